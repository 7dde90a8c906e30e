"""How many people's words touch on each theme, in all and by what is known about them: the tallies of a written question."""

import pandas as pd

from data.store import Store

_PEOPLE = {
    "all": "SELECT respondent, NULL::VARCHAR AS category FROM respondents WHERE survey_id = $survey",
    "split": """
        SELECT respondent, category FROM respondent_characteristics
        WHERE survey_id = $survey AND characteristic = $split AND state = 'answered' AND category IS NOT NULL
    """,
}


def theme_tallies(store: Store, survey_id: str, question_id: str, split: str = "all") -> pd.DataFrame:
    """The first reader's themes, shaped as the tallies of a question where several answers may be given.

    Columns: `question_id`, `split`, `category`, `option` (the theme's position; blank counts everyone whose words were read), `place`, `people`.
    """
    people = _PEOPLE["all" if split == "all" else "split"]
    named = {"survey": survey_id, "question": question_id, "split": split}
    with store.reading() as cursor:
        return cursor.execute(
            f"""
            WITH people AS ({people}),
            given AS (SELECT respondent, theme_id FROM codes WHERE question_id = $question AND reader = 'first')
            SELECT $question AS question_id, $split AS split, category, position AS option, NULL::INTEGER AS place, count(*)::DOUBLE AS people
            FROM given JOIN themes USING (theme_id) JOIN people USING (respondent) GROUP BY category, position
            UNION ALL BY NAME
            SELECT $question AS question_id, $split AS split, category, NULL::INTEGER AS option, NULL::INTEGER AS place,
                   count(DISTINCT respondent)::DOUBLE AS people
            FROM given JOIN people USING (respondent) GROUP BY category
            ORDER BY category, option
            """,
            named,
        ).df()


def theme_options(store: Store, question_id: str, of: str) -> pd.DataFrame:
    """The themes of a codebook as the options of a question: `question_id`, `option`, `label`, `state`, and the `theme_id` of each."""
    return store.frame(
        "SELECT ? AS question_id, position AS option, name AS label, 'answered' AS state, theme_id FROM themes WHERE asked = ? ORDER BY position",
        [question_id, of],
    )
