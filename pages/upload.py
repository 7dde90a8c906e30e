"""Add data: drop a file, check what was read, save. Nothing has to be typed and no cell stops a file."""

from data.problems import SoundingBoardError
from pages.parts import session
from pages.parts.frame import begin, foot, head
from pages.parts.render import render
from pages.parts.upload_check import check
from pages.parts.upload_choose import choose
from pages.parts.upload_done import done
from pages.parts.upload_replacing import replacing
from pages.parts.upload_state import Upload, upload
from pages.parts.welcome import welcome

begin("Add data")
if not session.office():
    welcome()
else:
    state: Upload = upload()
    try:
        if state.receipts:
            done(state)
        elif state.opened or state.working:
            check(state)
        else:
            choose(state, headed=replacing(state))
    except SoundingBoardError as error:
        head("This file was not added")
        render("problem.html", words=str(error))
        state.clear()
        choose(state, headed=True)
foot()
