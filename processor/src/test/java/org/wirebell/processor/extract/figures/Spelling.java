package org.wirebell.processor.extract.figures;

import java.util.List;

/** Spells numbers below a thousand in French and Spanish, by the rules of the grammar books. */
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
    private static final List<String> ARABIC_TENS =
            List.of("", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون");
    private static final List<String> ARABIC_HUNDREDS =
            List.of("", "مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة");

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
