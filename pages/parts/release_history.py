"""Every release that was made, and the way to take one from readers and back."""

import streamlit as st

from data.settled.releases import put_back_release, withdraw_release
from pages.parts import session, session_releases
from pages.parts.render import render


def history() -> None:
    """The releases, newest first. Withdrawing one puts nothing in its place; putting it back shows the very same figures."""
    made = session_releases.history()
    render(
        "section.html", title="Every release", words="A withdrawn release is not replaced by an older one. Put back, it shows the very same figures."
    )
    for _, row in made.iterrows():
        with st.container(border=True, key=f"release-{row['release_id']}"):
            words, act = st.columns([5, 1], vertical_alignment="center")
            with words:
                render("release.html", row=row)
            with act:
                if row["status"] == "current":
                    if st.button("Withdraw", key=f"withdraw.{row['release_id']}"):
                        withdraw_release(session.officers_store(), row["release_id"], session.WHO)
                        st.rerun()
                elif row["status"] == "withdrawn" and st.button("Put back", key=f"back.{row['release_id']}"):
                    put_back_release(session.officers_store(), row["release_id"], session.WHO)
                    st.rerun()
    if made.empty:
        render("words.html", kind="sb-words", words="No release has been made yet.")
