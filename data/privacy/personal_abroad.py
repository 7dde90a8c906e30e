"""The words by which a heading in another European language says that its column holds a personal detail.

Files keep the headings of whoever made the form. Only a heading that is nothing but a label for the detail, or that asks for it and for nothing
else, is taken for one ("Votre nom", "Wie lautet Ihre E-Mail-Adresse?"): "nom du parc" names no person. Words stand as the headings are compared,
in small letters without accents. English and Welsh have lists of their own.
"""

import re

# French, German, Dutch, Spanish, Portuguese, Italian, Polish, Romanian, Czech, Slovak, Hungarian, Lithuanian, Latvian and the Nordic languages.
_NAMES = {
    "e-mail": r"adresse (?:email|courriel|de messagerie|electronique|de courrier)|"
    r"courriels?|messagerie|email ?adresse|mailadresse|"
    r"(?:direccion de )?correo(?: electronico)?|endereco de email|enderecos? eletronicos?|indirizzo (?:email|mail|di posta elettronica)|"
    r"posta elettronica|email ?adres|adres (?:email|poczty)|poczta elektroniczna|adresa de email|emailova adresa|email cim|"
    r"e ?post(?:adress(?:e)?)?|e ?pasts|el pastas|"
    r"sahkoposti(?:osoite)?|adreca electronica",
    "IP address": r"adresse ip|ip ?adress[ea]?|direccion ip|indirizzo ip|endereco ip|adres ip",
    "telephone": r"(?:numero|num|n|nr|numer|numar|telefono) (?:de |di |do |del )?"
    r"(?:telephone|telefono|telefone|telefonu|telefon|portable|mobile|movil|"
    r"telemovel|cellulare|celular|numeris)|telephone(?: portable| mobile| fixe)?|telefon(?:o|e|u|s|nummer|szam)?|tel ?nr|"
    r"handy(?:nummer)?|mobil(?:nummer|telefon|e ?nummer)?|movil|celular|telemovel|cellulare|telefoon(?:nummer)?|puhelin(?:numero)?|rufnummer|gsm",
    "postcode": r"code postal|codigo postal|codice postale|postleitzahl|plz|kod pocztowy|postnummer|postinumero|psc|cod postal",
    "date of birth": r"date de naissance|geburtsdatum|fecha de nacimiento|data di nascita|data de nascimento|geboortedatum|data urodzenia|"
    r"fodelsedatum|fodselsdato|fodselsdag|data nasterii|datum narozeni",
    "address": r"adresse(?: postale| complete)?|anschrift|wohnadresse|direccion|domicilio|morada|endereco|indirizzo|adres(?:sa|a|s)?|"
    r"adres zamieszkania|bostadsadress|osoite",
    "name": r"nom(?:s)?(?: de famille| complet)?|prenoms?|vorname|nachname|familienname|zuname|nombres?(?: completo)?|apellidos?|nome(?: completo)?|"
    r"cognome|sobrenome|apelido|naam|voornaam|achternaam|imiona|imie|nazwisko|namn|fornamn|efternamn|navn|fornavn|etternavn|efternavn|nimi|"
    r"etunimi|sukunimi|nume(?: complet| de familie)?|prenume|jmeno|prijmeni|priezvisko|meno|nev|keresztnev|vezeteknev|teljes nev|"
    r"vardas|pavarde|vards|uzvards",
}
_KINDS = {re.sub(r"\W", "_", kind): kind for kind in _NAMES}
_THINGS = re.compile(r"\b(?:" + "|".join(f"(?P<{group}>{_NAMES[kind]})" for group, kind in _KINDS.items()) + r"|(?P<english>names?|emails?))\b")
_ASKED = re.compile(
    r"wie heissen sie|wie heisst du|comment (?:vous appelez vous|t appelles tu)|como (?:te llamas|se llama(?: usted)?|te chamas)|"
    r"come (?:ti chiami|si chiama)|hoe heet (?:je|u)|jak masz na imie|jak sie (?:pan i|pani|pan) nazywa|vad heter du|hva heter du|hvad hedder du"
)
# What may stand beside a detail in a heading that does nothing but name it or ask for it.
_WORDS = """
a al and angeben bitte come como completo cual czy d de dein deine deiner den der deres det di din dina ditt do du e ed eller en er es est et
eu euer eure facultatif facultativo falls favor freiwillig geben gli heissen hva hvad i ich ihr ihre ihren il indique indiquez is ist jak jaka
jaki jakie je jest jou jouw la las lautet le les los merci mi min mitt moj mon na o obligatoire oder of opcional opcjonalnie optional
optionnel ou para plait po podaj por prosze qual quel quelle quelles quels s seu si sie sil su sua suo sus svp te the tu tua tuo twoj twoja
twoje u und uw vad valfritt valgfri vas vase veuillez vos votre vuestro wat welche wie wpisz y your
"""
_BESIDE = frozenset(_WORDS.split())


def label_abroad(words: str) -> str | None:
    """The kind of detail that a heading in another language names or asks for, and does nothing else; None where it does more."""
    if _ASKED.fullmatch(words):
        return "name"
    things = list(_THINGS.finditer(words))
    if not things or not all(word in _BESIDE or word.isdigit() for word in _THINGS.sub(" ", words).split()):
        return None
    # "Ihr Name" and "votre email" are the English word with others around it.
    kind = next((thing.lastgroup or "" for thing in things if thing.lastgroup != "english"), "english")
    return _KINDS.get(kind) or ("e-mail" if "email" in things[0][0] else "name")
