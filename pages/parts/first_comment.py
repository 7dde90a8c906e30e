"""After comments are saved, the next ones: focus moves to the first of them, so that reading goes on without the mouse."""

import streamlit as st

_FIRST = st.components.v2.component(
    "sounding_board_first_comment",
    html="<span></span>",
    js="""
export default function ({ data }) {
  const before = window.soundingBoardComments
  window.soundingBoardComments = data.round
  if (before === undefined || before === data.round) return
  const settle = (tries) => {
    const first = document.querySelector(".sb-comment h2")
    if (first && !document.querySelector("[data-stale=true]")) {
      first.setAttribute("tabindex", "-1")
      first.focus({ preventScroll: true })
      first.scrollIntoView({ block: "start" })
    } else if (tries) setTimeout(() => settle(tries - 1), 60)
  }
  setTimeout(() => settle(40), 60)
}
""",
    isolate_styles=False,
)


def first_comment(question_id: str) -> None:
    """Move focus to the first comment on the screen where others were saved since it was last drawn."""
    _FIRST(data={"round": f"{question_id}.{rounds(question_id)}"}, key="first-comment", height=1)


def rounds(question_id: str) -> int:
    """How many times comments of a question were saved in this visit."""
    return int(st.session_state.get(f"rounds.{question_id}", 0))


def next_round(question_id: str) -> None:
    """Begin the next ten."""
    st.session_state[f"rounds.{question_id}"] = rounds(question_id) + 1
