package org.wirebell.processor.extract.figures;

import java.util.List;

/** Spells numbers in French, Spanish and Arabic, with feminine and construct forms, by the rules of the grammar books. */
final class Spelling {
    private static final List<String> FRENCH = List.of(
            "zéro",
            "un",
            "deux",
            "trois",
            "quatre",
            "cinq",
            "six",
            "sept",
            "huit",
            "neuf",
            "dix",
            "onze",
            "douze",
            "treize",
            "quatorze",
            "quinze",
            "seize",
            "dix-sept",
            "dix-huit",
            "dix-neuf");
    private static final List<String> FRENCH_TENS = List.of(
            "", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt");
    private static final List<String> SPANISH = List.of(
            "cero",
            "uno",
            "dos",
            "tres",
            "cuatro",
            "cinco",
            "seis",
            "siete",
            "ocho",
            "nueve",
            "diez",
            "once",
            "doce",
            "trece",
            "catorce",
            "quince",
            "dieciséis",
            "diecisiete",
            "dieciocho",
            "diecinueve",
            "veinte",
            "veintiuno",
            "veintidós",
            "veintitrés",
            "veinticuatro",
            "veinticinco",
            "veintiséis",
            "veintisiete",
            "veintiocho",
            "veintinueve");
    private static final List<String> SPANISH_TENS =
            List.of("", "", "", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa");
    private static final List<String> SPANISH_HUNDREDS = List.of(
            "",
            "ciento",
            "doscientos",
            "trescientos",
            "cuatrocientos",
            "quinientos",
            "seiscientos",
            "setecientos",
            "ochocientos",
            "novecientos");

    private Spelling() {}

    /** Below a million, as before a masculine noun. */
    static String frenchLarge(int n) {
        if (n < 1000) {
            return french(n);
        }
        var thousands = n / 1000 == 1 ? "" : french(n / 1000).replaceAll("(cent|vingt)s$", "$1") + " ";
        return thousands + "mille" + (n % 1000 == 0 ? "" : " " + french(n % 1000));
    }

    /** "vingt et une" for "vingt et un". */
    static String frenchFeminine(int n) {
        return n % 10 == 1 && n % 100 != 11 && n % 100 != 71 && n % 100 != 91 ? frenchLarge(n) + "e" : frenchLarge(n);
    }

    /** The spelling of 1990, hyphens between all words: "deux-cent-trois". */
    static String frenchHyphened(int n) {
        return frenchLarge(n).replace(' ', '-');
    }

    /** As in Belgium and Switzerland. */
    static String frenchSeptante(int n) {
        int ten = n % 100 / 10;
        int unit = n % 10;
        if (n >= 100 || ten != 7 && ten != 9) {
            return frenchLarge(n);
        }
        return (ten == 7 ? "septante" : "nonante") + (unit == 0 ? "" : unit == 1 ? " et un" : "-" + FRENCH.get(unit));
    }

    /** Below a million, as before a masculine noun: "veintiún mil", "treinta y un". */
    static String spanishLarge(int n) {
        if (n < 1000) {
            return spanish(n);
        }
        var thousands = n / 1000 == 1
                ? ""
                : spanish(n / 1000).replaceAll("veintiuno$", "veintiún").replaceAll("uno$", "un") + " ";
        return thousands + "mil" + (n % 1000 == 0 ? "" : " " + spanish(n % 1000));
    }

    /** "doscientas veintiuna" for "doscientos veintiuno". */
    static String spanishFeminine(int n) {
        return spanishLarge(n)
                .replace("cientos", "cientas")
                .replace("quinientos", "quinientas")
                .replaceAll("uno$", "una");
    }

    static String french(int n) {
        if (n >= 100) {
            var head = n < 200 ? "cent" : FRENCH.get(n / 100) + (n % 100 == 0 ? " cents" : " cent");
            return n % 100 == 0 ? head : head + " " + french(n % 100);
        }
        if (n < 20) {
            return FRENCH.get(n);
        }
        int ten = n / 10;
        int rest = ten == 7 || ten == 9 ? n % 10 + 10 : n % 10;
        if (rest == 0) {
            return n == 80 ? "quatre-vingts" : FRENCH_TENS.get(ten);
        }
        boolean joined = (rest == 1 || rest == 11) && ten < 8;
        return FRENCH_TENS.get(ten) + (joined ? " et " : "-") + FRENCH.get(rest);
    }

    static String spanish(int n) {
        if (n == 100) {
            return "cien";
        }
        if (n > 100) {
            var head = SPANISH_HUNDREDS.get(n / 100);
            return n % 100 == 0 ? head : head + " " + spanish(n % 100);
        }
        if (n < 30) {
            return SPANISH.get(n);
        }
        return SPANISH_TENS.get(n / 10) + (n % 10 == 0 ? "" : " y " + SPANISH.get(n % 10));
    }

    private static final List<String> ARABIC = List.of(
            "",
            "واحد",
            "اثنان",
            "ثلاثة",
            "أربعة",
            "خمسة",
            "ستة",
            "سبعة",
            "ثمانية",
            "تسعة",
            "عشرة",
            "أحد عشر",
            "اثنا عشر");
    private static final List<String> ARABIC_FEMININE =
            List.of("", "واحدة", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع");
    private static final List<String> ARABIC_TENS =
            List.of("", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون");
    private static final List<String> ARABIC_HUNDREDS =
            List.of("", "مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة");

    /** As written before a noun in the genitive or accusative, and with feminine nouns: "خمس وعشرين", "مئتي", "ألفي". */
    static String arabicOblique(int n) {
        return arabic(n)
                .replace("ون", "ين")
                .replace("مئتان", "مئتين")
                .replace("ألفان", "ألفين")
                .replace("اثنان", "اثنين")
                .replace("اثنا عشر", "اثني عشر");
    }

    /** With a feminine noun the units change the other way round. */
    static String arabicFeminine(int n) {
        int unit = n % 10;
        var masculine = unit == 0 || n % 100 == 10 ? "" : ARABIC.get(unit);
        var feminine = ARABIC_FEMININE.get(unit);
        var spelled = arabic(n);
        if (n % 100 > 10 && n % 100 < 20) {
            var ten = unit == 1 ? "إحدى عشرة" : unit == 2 ? "اثنتا عشرة" : feminine + " عشرة";
            return n < 100 ? ten : arabic(n - n % 100) + " و" + ten;
        }
        int at = masculine.isEmpty() ? -1 : spelled.lastIndexOf(masculine);
        return at < 0 ? spelled : spelled.substring(0, at) + feminine + spelled.substring(at + masculine.length());
    }

    /** Above 0 and below a million. */
    static String arabic(int n) {
        if (n >= 1000) {
            int thousands = n / 1000;
            var head = thousands == 1
                    ? "ألف"
                    : thousands == 2
                            ? "ألفان"
                            : arabic(thousands) + (thousands % 100 >= 3 && thousands % 100 <= 10 ? " آلاف" : " ألف");
            return n % 1000 == 0 ? head : head + " و" + arabic(n % 1000);
        }
        if (n >= 100) {
            return n % 100 == 0 ? ARABIC_HUNDREDS.get(n / 100) : ARABIC_HUNDREDS.get(n / 100) + " و" + arabic(n % 100);
        }
        if (n <= 12) {
            return ARABIC.get(n);
        }
        if (n < 20) {
            return ARABIC.get(n - 10) + " عشر";
        }
        return n % 10 == 0 ? ARABIC_TENS.get(n / 10) : ARABIC.get(n % 10) + " و" + ARABIC_TENS.get(n / 10);
    }
}
