-- The store: what was uploaded, and nothing that was decided or worked out from it, save the tallies.
--
-- The dialect is the part that an embedded DuckDB file and DuckLake share: ids made by the application, no keys, sequences, enumerations or
-- upserts. Uniqueness and orphans are looked for by integrity.py before each commit. Each table states its grain, each column its meaning.

-- One row per fact about the store itself.
CREATE TABLE settings (
    name    VARCHAR,   -- which fact: schema, office, example, salt
    value   VARCHAR    -- what it is
);

-- One row per uploaded file, kept for good.
CREATE TABLE imports (
    import_id    VARCHAR,    -- made when the file is saved
    kind         VARCHAR,    -- activities, outcomes, plan, survey, population
    format       VARCHAR,    -- the module that read it
    source       VARCHAR,    -- the running file it is a copy of; a newer copy supersedes the older
    file_name    VARCHAR,    -- as uploaded: a label, never a path
    sheet        VARCHAR,    -- the sheet read
    sha256       VARCHAR,    -- of the file's bytes
    fingerprint  VARCHAR,    -- of its headings
    status       VARCHAR,    -- current, superseded, withdrawn, erased
    imported_at  TIMESTAMP,  -- UTC
    imported_by  VARCHAR,    -- who saved it
    up_to        DATE,       -- the last date it speaks of
    rows_read    BIGINT,     -- rows in the file below its headings
    rows_kept    BIGINT,     -- rows in the store
    rows_aside   BIGINT,     -- rows set aside, each with its reason
    left_out     VARCHAR[]   -- headings of the columns that never entered the store
);

-- One row per thing done to the store. Its highest number is the store's revision.
CREATE TABLE changes (
    change_no    BIGINT,     -- 1, 2, 3 in the order done
    changed_at   TIMESTAMP,  -- UTC
    what         VARCHAR,    -- imported, superseded, withdrawn, put back, erased, settled
    import_id    VARCHAR,    -- the file it was done to
    who          VARCHAR,    -- who did it
    why          VARCHAR     -- in their words, where they were asked
);

-- One row per cell or row that could not be taken.
CREATE TABLE set_aside (
    import_id    VARCHAR,    -- the file
    sheet        VARCHAR,    -- as the file names it
    cell         VARCHAR,    -- address as the office's own spreadsheet shows it
    heading      VARCHAR,    -- of its column
    found        VARCHAR,    -- what the cell says; null where it could be personal
    reason       VARCHAR,    -- why it could not be taken
    whole_row    BOOLEAN     -- whether its row was left out with it
);

-- One row per thing the officer settled about files with the same headings, for the next file that has them.
CREATE TABLE remembered (
    fingerprint    VARCHAR,    -- of the headings
    about          VARCHAR,    -- what was settled: format, column, term, question kind, characteristic, series, evidence, mode
    part           VARCHAR,    -- the field or the list of terms it is about; '' for the whole file
    said           VARCHAR,    -- the heading or the text it is about; never one that names a person
    means          VARCHAR,    -- what was settled; '' for nothing
    import_id      VARCHAR,    -- the file it was settled for
    remembered_at  TIMESTAMP   -- UTC
);

-- One row per consultation or engagement activity held.
CREATE TABLE activities (
    activity_id          VARCHAR,  -- import and row
    import_id            VARCHAR,  -- the file it came in
    source_row           INTEGER,  -- its row there
    activity_ref         VARCHAR,  -- the office's own reference
    title                VARCHAR,  -- what it was
    held_on              DATE,     -- first day; null where not recorded
    ended_on             DATE,     -- last day
    level                VARCHAR,  -- how far people were involved
    lead                 VARCHAR,  -- organisation in the lead
    partner              VARCHAR,  -- organisations with it
    participants_low     BIGINT,   -- the fewest people the record supports; null where not recorded
    participants_high    BIGINT,   -- the most it allows; null where open-ended or not recorded
    participants_how     VARCHAR,  -- counted, estimated, at least, at most, not recorded
    invited              BIGINT,   -- people invited
    staff_hours          DOUBLE,   -- hours of the office's staff
    cost_pence           BIGINT,   -- what it cost, in pence
    heard                VARCHAR,  -- what was heard, in the officer's words
    survey               VARCHAR   -- the survey it fielded
);

-- One row per activity and methodology.
CREATE TABLE activity_methods (
    activity_id  VARCHAR,  -- the activity
    method       VARCHAR   -- a methodology of the profile
);

-- One row per activity and area it was held in or for.
CREATE TABLE activity_areas (
    activity_id  VARCHAR,  -- the activity
    area         VARCHAR   -- an area of the profile
);

-- One row per activity and audience it was meant for.
CREATE TABLE activity_audiences (
    activity_id  VARCHAR,  -- the activity
    audience     VARCHAR   -- an audience of the profile
);

-- One row per activity and protected characteristic it was meant to hear.
CREATE TABLE activity_characteristics (
    activity_id     VARCHAR,  -- the activity
    characteristic  VARCHAR   -- one of the nine, by its short name
);

-- One row per activity and duty it answers.
CREATE TABLE activity_duties (
    activity_id  VARCHAR,  -- the activity
    duty         VARCHAR   -- a duty of the reference list, by its id
);

-- One row per activity and objective of the strategy it serves.
CREATE TABLE activity_objectives (
    activity_id  VARCHAR,  -- the activity
    objective    VARCHAR   -- an objective of the profile, by its id
);

-- One row per thing heard and what came of it.
CREATE TABLE outcomes (
    outcome_id     VARCHAR,  -- import and row
    import_id      VARCHAR,  -- the file it came in
    source_row     INTEGER,  -- its row there
    outcome_ref    VARCHAR,  -- the office's own reference
    you_said       VARCHAR,  -- what was heard
    heard_on       DATE,     -- when
    considered_by  VARCHAR,  -- where it was considered
    considered_on  DATE,     -- when
    decided        VARCHAR,  -- what was decided, and why
    decided_on     DATE,     -- when
    we_did         VARCHAR,  -- what was done
    changed        VARCHAR,  -- the strategy, policy or service that changed
    kind           VARCHAR,  -- what sort of change
    stage          VARCHAR,  -- heard, under way, done, not taken forward
    done_on        DATE,     -- when the change was made
    provider       VARCHAR,  -- the organisation that runs the service, where one changed
    evidence       VARCHAR,  -- what proves it
    told_whom      VARCHAR,  -- who was told
    told_how       VARCHAR,  -- by what channel
    told_format    VARCHAR,  -- in what format or language
    told_on        DATE      -- when
);

-- One row per time people were told what came of something, written down on the screen and not in the log.
CREATE TABLE told_back (
    told_id      VARCHAR,    -- made when it is written down
    outcome_ref  VARCHAR,    -- the office's own reference of what was heard
    you_said     VARCHAR,    -- what was heard, by which it is known again when its log is replaced
    told_whom    VARCHAR,    -- who was told
    told_how     VARCHAR,    -- by what channel
    told_format  VARCHAR,    -- in what format or language
    told_on      DATE,       -- when
    recorded_at  TIMESTAMP,  -- UTC
    recorded_by  VARCHAR     -- who wrote it down
);

-- One row per day that a duty to consult, or the work of an office, is counted from.
CREATE TABLE key_dates (
    key_date_id  VARCHAR,    -- made when it is written down
    what         VARCHAR,    -- plan issued, precept set, took office
    fell_on      DATE,       -- the day
    recorded_at  TIMESTAMP,  -- UTC
    recorded_by  VARCHAR     -- who wrote it down
);

-- One row per thing people were given to answer a consultation with.
CREATE TABLE information_given (
    given_id      VARCHAR,    -- made when it is written down
    activity_ref  VARCHAR,    -- the office's own reference of the consultation; empty where it has none
    title         VARCHAR,    -- its title, by which it is known where it has no reference
    what          VARCHAR,    -- what people were given
    kept          VARCHAR,    -- where it can be seen
    given_on      DATE,       -- when
    recorded_at   TIMESTAMP,  -- UTC
    recorded_by   VARCHAR     -- who wrote it down
);

-- One row per outcome and the reference of an activity or survey it came from.
CREATE TABLE outcome_activities (
    outcome_id    VARCHAR,  -- the outcome
    activity_ref  VARCHAR   -- the office's own reference, or a survey's name
);

-- One row per planned activity.
CREATE TABLE plan (
    plan_id       VARCHAR,   -- import and row
    import_id     VARCHAR,   -- the file it came in
    source_row    INTEGER,   -- its row there
    plan_ref      VARCHAR,   -- the office's own reference
    title         VARCHAR,   -- what is planned
    due_from      DATE,      -- first day it may be held
    due_to        DATE,      -- last day it is due by
    methods       VARCHAR[], -- how views are to be sought
    areas         VARCHAR[], -- where
    audiences     VARCHAR[], -- from whom
    objective     VARCHAR,   -- of the strategy
    duty          VARCHAR,   -- it will answer
    lead          VARCHAR,   -- organisation in the lead
    status        VARCHAR,   -- planned, held, postponed, dropped
    activity_ref  VARCHAR    -- the activity that delivered it
);

-- One row per proposed activity weighed before it is taken, by the office and not from a file.
CREATE TABLE options_weighed (
    option_id    VARCHAR,    -- made when it is proposed
    title        VARCHAR,    -- what is proposed
    method       VARCHAR,    -- how views would be sought
    area         VARCHAR,    -- where
    audience     VARCHAR,    -- from whom
    duty         VARCHAR,    -- it would answer
    due_to       DATE,       -- the last day it would be held by
    decision     VARCHAR,    -- not decided, taken, not taken
    why          VARCHAR,    -- the reason of the decision
    decided_on   DATE,       -- when
    recorded_at  TIMESTAMP,  -- UTC
    recorded_by  VARCHAR     -- who wrote it down
);

-- One row per wave of a survey.
CREATE TABLE surveys (
    survey_id    VARCHAR,  -- made when the file is saved
    import_id    VARCHAR,  -- the file it came in
    series       VARCHAR,  -- the survey of which this is one running
    wave         VARCHAR,  -- which running
    title        VARCHAR,  -- as people know it
    opened_on    DATE,     -- first response
    closed_on    DATE,     -- last response
    evidence     VARCHAR,  -- open, quota, probability
    mode         VARCHAR,  -- online, face to face, telephone, post, mixed
    invited      BIGINT    -- people invited, where anyone was
);

-- One row per question of a survey.
CREATE TABLE questions (
    question_id     VARCHAR,  -- survey and position
    survey_id       VARCHAR,  -- the survey
    position        INTEGER,  -- its place in the questionnaire
    battery         VARCHAR,  -- wording shared by statements asked on one scale
    wording         VARCHAR,  -- as asked
    kind            VARCHAR,  -- one answer, many answers, rating, ranking, number, date, written
    characteristic  VARCHAR,  -- what it tells about the respondent: a protected characteristic, or area
    tracks          VARCHAR   -- the tracked question it is a running of
);

-- One row per answer a question offers.
CREATE TABLE options (
    question_id  VARCHAR,  -- the question
    option       INTEGER,  -- its number, in the order of the scale or of the questionnaire
    label        VARCHAR,  -- as offered
    state        VARCHAR   -- answered, don't know, prefer not to say
);

-- One row per person who answered a survey. Never a name, an e-mail or an address.
CREATE TABLE respondents (
    survey_id     VARCHAR,  -- the survey
    respondent    INTEGER,  -- 1, 2, 3 within the survey
    source_row    INTEGER,  -- row in the file
    response_key  VARCHAR,  -- keyed hash of the survey tool's own id, to know the same response again
    responded_on  DATE,     -- when
    channel       VARCHAR,  -- the link or mode they came by
    complete      BOOLEAN,  -- whether they finished
    weight        DOUBLE    -- the weight that came with the file
);

-- One row per respondent and characteristic asked about, or area.
CREATE TABLE respondent_characteristics (
    survey_id       VARCHAR,  -- the survey
    respondent      INTEGER,  -- the person
    characteristic  VARCHAR,  -- which
    category        VARCHAR,  -- in the benchmark's words; null unless answered
    state           VARCHAR   -- answered, don't know, prefer not to say, no answer
);

-- One row per respondent, question and answer given.
CREATE TABLE answers (
    question_id  VARCHAR,  -- the question
    respondent   INTEGER,  -- the person
    option       INTEGER,  -- the answer chosen, or the band a number or date falls in
    place        INTEGER,  -- the rank given, in a ranking
    number       DOUBLE,   -- the number given
    written      VARCHAR   -- the words given
);

-- One row per written answer: whether a person has looked at it yet, and what may be done with it.
CREATE TABLE written_answers (
    survey_id    VARCHAR,    -- the survey
    question_id  VARCHAR,    -- the question
    respondent   INTEGER,    -- the person
    text_key     VARCHAR,    -- keyed hash of the words as they came, to know them again in a newer copy
    details      VARCHAR[],  -- what sorts of personal details seem to be in it
    state        VARCHAR,    -- held, looked at, redacted
    cleared      BOOLEAN     -- whether it may be quoted
);

-- One row per theme of a codebook, which the officer owns.
CREATE TABLE themes (
    theme_id    VARCHAR,  -- made when it is added
    asked       VARCHAR,  -- wording of the written question it is for, in every wave of it
    position    INTEGER,  -- its place in the codebook
    name        VARCHAR,  -- as shown
    definition  VARCHAR,  -- what it is about
    included    VARCHAR,  -- what belongs to it
    excluded    VARCHAR   -- what does not
);

-- One row per written answer, reader and theme they found in it.
CREATE TABLE codes (
    survey_id    VARCHAR,   -- the survey
    question_id  VARCHAR,   -- the question
    respondent   INTEGER,   -- the person
    reader       VARCHAR,   -- first, second
    theme_id     VARCHAR,   -- the theme; null where it was read and has none
    coded_at     TIMESTAMP  -- UTC
);

-- One row per theme of a written question as readers are shown it.
CREATE TABLE shown_themes (
    survey_id    VARCHAR,    -- the survey
    question_id  VARCHAR,    -- the question
    position     INTEGER,    -- its place in the codebook
    name         VARCHAR,    -- as shown
    people       BIGINT,     -- who raised it, to the nearest five; null where hidden
    read         BIGINT,     -- people whose words were read by then
    wrote        BIGINT,     -- people who wrote anything
    shown_at     TIMESTAMP,  -- UTC
    shown_by     VARCHAR     -- who showed it
);

-- One row per time themes were shown to readers, kept when they are taken away: what somebody may have seen.
CREATE TABLE theme_showings (
    survey_id    VARCHAR,    -- the survey
    question_id  VARCHAR,    -- the question
    source       VARCHAR,    -- of the survey's file: a newer copy is of the same source
    asked        VARCHAR,    -- wording of the question
    read         BIGINT,     -- how many people's words had been read, to know when enough have changed; never shown to readers
    figures      VARCHAR,    -- what was shown: the same figures may be shown again
    shown_at     TIMESTAMP   -- UTC
);

-- One row per quote that readers are shown; filled in the readers' own store, from what is cleared at that moment.
CREATE TABLE shown_quotes (
    survey_id    VARCHAR,    -- the survey
    question_id  VARCHAR,    -- the question
    quote_no     INTEGER,    -- 1, 2, 3 in the order shown
    written      VARCHAR,    -- the words
    themes       VARCHAR[]   -- the names of its themes
);

-- One row per saved group of respondents and category that belongs to it.
CREATE TABLE segments (
    segment_id      VARCHAR,  -- made when it is saved
    name            VARCHAR,  -- as the office calls it
    characteristic  VARCHAR,  -- area, or a characteristic; a respondent must match each that is named
    category        VARCHAR   -- any of these will do
);

-- One row per question whose kind was changed after saving: what it was before, to be put back.
CREATE TABLE former_questions (
    question_id  VARCHAR,  -- the question
    kind         VARCHAR,  -- it had
    tracks       VARCHAR   -- the tracked question it was a running of
);

-- One row per answer such a question offered before.
CREATE TABLE former_options (
    question_id  VARCHAR,  -- the question
    option       INTEGER,  -- its number
    label        VARCHAR,  -- as offered
    state        VARCHAR   -- answered, don't know, prefer not to say
);

-- One row per respondent, such a question and answer as it was kept before.
CREATE TABLE former_answers (
    question_id  VARCHAR,  -- the question
    respondent   INTEGER,  -- the person
    option       INTEGER,  -- the answer chosen
    place        INTEGER,  -- the rank given
    number       DOUBLE,   -- the number given
    written      VARCHAR   -- the words given
);

-- One row per question, split, category of the split and answer: how many people. The cube that pages read.
CREATE TABLE tallies (
    question_id  VARCHAR,  -- the question
    split        VARCHAR,  -- all, area, or a characteristic
    category     VARCHAR,  -- of the split; null for all
    option       INTEGER,  -- the answer; null counts the people who gave any answer of state 'answered'
    place        INTEGER,  -- the rank given, in a ranking
    people       BIGINT    -- respondents
);

-- One row per survey, split and category: how many people, and in what state of answering.
CREATE TABLE respondent_tallies (
    survey_id  VARCHAR,  -- the survey
    split      VARCHAR,  -- all, area, or a characteristic
    category   VARCHAR,  -- null for all, and where not stated
    state      VARCHAR,  -- answered, don't know, prefer not to say, no answer
    people     BIGINT    -- respondents
);

-- One row per area, characteristic and category of the population.
CREATE TABLE population (
    import_id       VARCHAR,  -- the file it came in, or 'census-2021' for the figures the product carries
    area_code       VARCHAR,  -- of the local authority
    characteristic  VARCHAR,  -- which
    category        VARCHAR,  -- in the harmonised words
    people          BIGINT,   -- usual residents
    universe        VARCHAR,  -- who is counted
    estimated       BOOLEAN,  -- whether worked out from published figures
    as_at           DATE,     -- when
    source          VARCHAR   -- who published it
);

-- One row per corner of the outline of an area, for maps.
CREATE TABLE boundaries (
    import_id   VARCHAR,  -- the file it came in
    source_row  INTEGER,  -- its row there
    area        VARCHAR,  -- an area of the profile
    outline     INTEGER,  -- which of the row's outlines: an island has one of its own
    corner      INTEGER,  -- its place along the outline, from 0
    longitude   DOUBLE,   -- in degrees, WGS 84, thinned
    latitude    DOUBLE    -- in degrees, WGS 84, thinned
);

-- One row per figure of a series somebody else published, drawn beside the office's own waves and never counted with them.
CREATE TABLE context_series (
    import_id   VARCHAR,  -- the file it came in
    source_row  INTEGER,  -- its row there
    series      VARCHAR,  -- what it is
    source      VARCHAR,  -- who published it
    period      VARCHAR,  -- the time it is of, as published
    value       DOUBLE,   -- the figure, as published
    unit        VARCHAR   -- what it is counted in; "per cent" however it was written
);

-- One row per release: the tables of a survey made for readers, once, and frozen.
CREATE TABLE releases (
    release_id   VARCHAR,    -- made when it is released
    survey_id    VARCHAR,    -- the survey
    source       VARCHAR,    -- of the survey's file: a newer copy is of the same source
    status       VARCHAR,    -- current, superseded, withdrawn
    released_at  TIMESTAMP,  -- UTC
    released_by  VARCHAR,    -- who released it
    rule         VARCHAR,    -- the disclosure rule it was made under
    audit        VARCHAR,    -- what the audit found and did
    respondents  BIGINT      -- how many there were, to know when enough have changed; never shown to readers
);

-- One row per figure of a release. Nothing exact.
CREATE TABLE released (
    release_id   VARCHAR,  -- the release
    question_id  VARCHAR,  -- the question; null for the respondents themselves
    what         VARCHAR,  -- respondents, base, answer, favourable
    split        VARCHAR,  -- all, area, or a characteristic
    category     VARCHAR,  -- of the split; null for all, and where not stated
    state        VARCHAR,  -- answered, don't know, prefer not to say, no answer
    option       INTEGER,  -- the answer
    place        INTEGER,  -- in a ranking: 1 first, 2 second or third
    people       BIGINT    -- to the nearest five; null where hidden
);

-- One row per release of a survey that was erased since: what keeps it from being released again a few people apart, and nothing more.
CREATE TABLE erased_releases (
    released_at  TIMESTAMP,  -- UTC
    opened_on    DATE,       -- first response of the survey; null where not known
    closed_on    DATE,       -- last response
    asked        VARCHAR[],  -- the opinions it asked for, as hashes of their wording under the store's salt
    respondents  BIGINT      -- how many there were, to the nearest five; never shown to readers
);
