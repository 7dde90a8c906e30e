"""Accessibility: how the dashboard can be used by everyone, what is known not to work, and how that was tested."""

from pages.parts.accessibility_statement import statement
from pages.parts.frame import begin, foot, head
from pages.parts.render import render

begin("Accessibility")
head("Everyone should be able to use this dashboard", "What works, what is known not to, and how to ask for another format.")
render("accessibility.html", **statement())
foot()
