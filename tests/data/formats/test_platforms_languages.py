"""Exports whose tool writes its own headings in the language of whoever made the form."""

import pytest

from data.privacy.personal import personal_heading
from tests.data.made_platforms import WHEN, asked, left_out, read

SAFE = ["Very safe", "Fairly safe", "Not safe"]


@pytest.mark.parametrize(
    "own",
    [
        ["ID", "Hora de inicio", "Hora de finalización", "Correo electrónico", "Nombre"],
        ["ID", "Heure de début", "Heure de fin", "Adresse de messagerie", "Nom"],
        ["ID", "Startzeit", "Fertigstellungszeit", "E-Mail", "Name"],
        ["ID", "Hora de início", "Hora de conclusão", "Email", "Nome"],
        ["Identyfikator", "Godzina rozpoczęcia", "Godzina ukończenia", "Adres e-mail", "Nazwa"],
        ["ID", "Amser dechrau", "Amser cwblhau", "E-bost", "Enw"],
    ],
)
def test_microsoft_forms(own):
    rows = [[*own, "How safe?", "What matters?"]]
    rows += [[n, WHEN, WHEN, "anonymous", "", SAFE[n % 3], ["Patrols;CCTV;", "CCTV;"][n % 2]] for n in range(1, 10)]
    found = read(rows)
    assert (found["format"], found["respondents"]) == ("Microsoft Forms export", 9)
    assert asked(found) == [("one answer", "How safe?"), ("many answers", "What matters?")] and own[3] in left_out(found)


@pytest.mark.parametrize("stamp", ["Carimbo de data/hora", "Tidstämpel", "Aikaleima", "Časová značka", "Zaman damgası", "Отметка времени"])
@pytest.mark.parametrize("when", ["13/08/2024 13:10:31", "13.08.2024 13.10.31", "45517.5491"])
def test_google_forms(stamp, when):
    found = read([[stamp, "How safe?"], *([when, SAFE[n % 3]] for n in range(9))])
    assert (found["format"], found["respondents"], asked(found)) == ("Google Forms export", 9, [("one answer", "How safe?")])


@pytest.mark.parametrize(
    ("own", "yes", "no"),
    [
        (["Antwort ID", "Datum Abgeschickt", "Letzte Seite", "Start-Sprache", "Zufallsstartwert", "IP-Adresse"], "Ja", "Nein"),
        (["ID de la réponse", "Date de soumission", "Dernière page", "Langue de départ", "Tête de série", "Adresse IP"], "Oui", "Non"),
        (["ID de respuesta", "Fecha de envío", "Última página", "Lenguaje inicial", "Semilla", "Dirección IP"], "Sí", "No"),
    ],
)
def test_limesurvey(own, yes, no):
    rows = [[*own, "How safe?", "What matters? [Patrols]", "What matters? [CCTV]"]]
    rows += [[n, WHEN, 4, "xx", 123456, "192.0.2.1", SAFE[n % 3], yes, no if n % 2 else yes] for n in range(1, 10)]
    found = read(rows)
    assert (found["format"], found["respondents"]) == ("LimeSurvey export", 9)
    assert asked(found) == [("one answer", "How safe?"), ("many answers", "What matters?")] and left_out(found) == {own[5]}


def test_a_trial_of_a_qualtrics_survey_in_german_is_no_respondent():
    rows = [["StartDate", "EndDate", "Status", "Finished", "RecordedDate", "ResponseId", "UserLanguage", "Q1"]]
    rows += [["Startdatum", "Enddatum", "Antworttyp", "Beendet", "Aufzeichnungsdatum", "Antwort-ID", "Benutzersprache", "How safe?"]]
    rows += [[WHEN, WHEN, "IP-Adresse" if n else "Umfragevorschau", "Wahr", WHEN, f"R_{n}", "DE", SAFE[n % 3]] for n in range(9)]
    found = read(rows)
    assert (found["format"], found["respondents"], found["rows_aside"]) == ("Qualtrics export", 8, 1)


ABROAD = {
    "name": "Nom|Prénom|Votre nom|Quel est votre nom ?|Vorname|Ihr Name|Wie heißen Sie?|Nombre y apellidos|¿Cómo te llamas?|Cognome|Nome completo|"
    "Achternaam|Imię i nazwisko|Jak masz na imię?|Förnamn|Etternavn|Sukunimi|Nume și prenume|Příjmení|Keresztnév|Cyfenw|Beth yw eich enw?",
    "e-mail": "Adresse e-mail|Courriel|E-Mail-Adresse|Correo electrónico|Endereço de e-mail|Posta elettronica|E-mailadres|Adres e-mail|E-post|"
    "Sähköposti|El. paštas|E-bost|Eich cyfeiriad e-bost",
    "telephone": "Numéro de téléphone|Handynummer|Teléfono|Móvil|Telemóvel|Cellulare|Telefoonnummer|Numer telefonu|Mobilnummer|Puhelinnumero|"
    "Telefonszám|Rhif ffôn|Ffôn symudol",
}


@pytest.mark.parametrize(("kind", "heading"), [(kind, heading) for kind, headings in ABROAD.items() for heading in headings.split("|")])
def test_a_personal_heading_in_another_language_is_known(kind, heading):
    assert personal_heading(heading) == kind


@pytest.mark.parametrize(
    "heading", ["Nom du parc que vous visitez", "Comment préférez-vous être contacté ?", "Portable CCTV", "Cap on council tax", "Meno paws support"]
)
def test_a_heading_that_only_holds_such_a_word_is_not(heading):
    assert personal_heading(heading) is None
