package org.wirebell.processor.extract.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.Figure;
import org.wirebell.model.Signal;

class SignalReaderTest {
    private final SignalReader reader = SignalReader.standard();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # text                                                                 | tags
            Drone strike hits fuel depot near Port Adel                            | strike.air
            Airstrikes flattened two houses in the old quarter                     | strike.air
            Jets bombed a bridge outside the capital, residents said               | strike.air
            The north fired two missiles at the naval yard                         | strike.air
            Strike kills nine at a market                                          | strike.air
            Rockets fired from the hills landed in orchards                        | crossborder.fire
            Shelling resumed along the river at dawn                               | crossborder.fire
            The two armies exchanged fire for three hours                          | crossborder.fire
            Clashes broke out at the border post of Sirel                          | crossborder.fire
            Missile attack leaves the capital without power                        | infrastructure.blackout
            Troops crossed the border into Marland on Tuesday                      | ground.incursion
            Rebels seized the airport and two villages                             | ground.incursion
            Marland launches ground offensive in the south                         | ground.incursion
            Gunmen abducted fourteen pupils from a school                          | abduction
            A car bomb exploded outside the ministry                               | bombing
            The mayor of Port Adel was assassinated on his doorstep                | assassination
            Survivors spoke of a massacre in the valley                            | mass.casualty
            Marland calls up 20,000 reservists                                     | mobilise
            The army deployed tanks along the frontier                             | mobilise
            Residents of six villages were ordered to leave before the offensive   | mobilise
            Marland threatens to strike ports if the blockade goes on              | threat.verbal
            The general vowed revenge for the raid                                 | threat.verbal
            Marland closes its airspace to all flights from the north              | coerce
            Envoys were expelled? No: Marland expelled two diplomats               | coerce
            Peace talks collapsed after nine hours                                 | talks.collapse
            The rebels rejected a ceasefire proposal                               | talks.collapse
            Marland accused its neighbour of violating the ceasefire               | accuse.violation
            Truce violated within hours, monitors say                              | accuse.violation
            Ceasefire collapses as both sides trade blame                          | talks.collapse
            The war has spread to the islands                                      | spillover
            Both sides agreed to a three-day ceasefire                             | ceasefire.agreed
            A truce took effect at midnight                                        | ceasefire.agreed
            Marland and the rebels signed a peace accord                           | ceasefire.agreed
            The group released eleven hostages on Friday                           | release
            Prisoner exchange brings 40 men home                                   | release
            An aid convoy reached the besieged town                                | aid.access coerce
            Mediators met both delegations in the lakeside hotel                   | talks
            Talks resumed in the lakeside hotel                                    | talks
            Troops withdrew from the northern suburbs                              | withdraw
            Marland lifted the blockade of the harbour                             | withdraw
            Marland struck a peace deal with the islanders                         | ceasefire.agreed
            """)
    void readsSignals(String text, String tags) {
        assertThat(tags(text)).isEqualTo(tags);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Marland denies carrying out air strikes on the islands
            There was no air strike, the ministry said
            The army did not cross the border, the spokesman said
            Reports of shelling were false, the mayor said
            The drone attack was foiled
            Officials fear a ground invasion
            To prevent the war from spreading to the islands, envoys flew in
            The conflict could spill over into the islands
            Residents stock up in case rebels might seize the airport
            Ships carry pumps to avoid a blackout
            The navy may impose a blockade
            Pope calls for ceasefire
            Crowds demand that the group release the hostages
            The council urged both sides to agree to a truce
            Families hope for a prisoner swap
            The mayor called for troops to withdraw from the suburbs
            No ceasefire was agreed
            Marland strikes a deal with the dockers
            Rail strike hits commuters
            Teachers launch strikes against pension cuts
            Nurses threaten to strike over pay
            Lightning strike kills two hikers
            Pay talks collapsed, the union said
            Climate talks resumed in the lakeside hotel
            Storm leaves thousands without power
            Wildfire: residents of six villages were ordered to leave
            Fog closes airspace over the capital
            The town marked the anniversary of the massacre
            The invasion of 1871 is taught in schools
            Jets bombed the harbour in 1943
            Ten years ago rebels seized the airport
            The striker fired a rocket past the goalkeeper in the cup tie
            In the film, commandos invade an island; the director shot it in spring
            Locusts? An invasion of privacy, says the singer
            The bank mobilised volunteers for the harvest
            Prices hit a ceiling
            A war on plastic bags
            The minister attacked the budget
            A novel about an assassination wins a prize for its film version
            The museum shows tanks that crossed the border in the world war
            """)
    void isNotTakenIn(String text) {
        assertThat(tags(text)).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            fr | Une frappe de drone a fait quatre morts près du port                | strike.air
            fr | Tirs de roquettes depuis les collines                               | crossborder.fire
            fr | De violents combats ont repris près de la rivière                   | crossborder.fire
            fr | Les rebelles acceptent un cessez-le-feu de trois jours              | ceasefire.agreed
            fr | Le groupe a libéré onze otages                                      | release
            fr | Les pourparlers ont échoué                                          | talks.collapse
            fr | Le ministre appelle à un cessez-le-feu                              |
            fr | L'armée dément toute frappe aérienne                                |
            fr | Les secours craignent une offensive terrestre                       |
            fr | L'exercice simule une frappe de drone sur le port                   |
            fr | Frappes de drones simultanées sur deux ports                        | strike.air
            fr | Grève des enseignants: le trafic frappé                             |
            es | Un ataque con drones alcanza un depósito                            | strike.air
            es | Los rebeldes lanzaron cohetes contra el puerto                      | crossborder.fire
            es | Las tropas se retiran de los barrios del norte                      | withdraw
            es | Ambas partes acuerdan un alto el fuego                              | ceasefire.agreed
            es | El grupo liberó a once rehenes                                      | release
            es | El papa pide un alto el fuego                                       |
            es | El ejército niega un ataque aéreo                                   |
            es | El simulacro recrea un ataque con drones en el puerto               |
            es | Huelga de maestros paraliza la ciudad                               |
            ar | غارة جوية تستهدف مستودعا قرب الميناء                                | strike.air
            ar | قصف مدفعي على أطراف البلدة                                          | crossborder.fire
            ar | الإعلان عن اتفاق لوقف إطلاق النار                                   | ceasefire.agreed
            ar | الإفراج عن أحد عشر من الرهائن                                       | release
            ar | وصول قافلة مساعدات إلى البلدة                                       | aid.access
            ar | الوزير يدعو إلى هدنة إنسانية                                        |
            ar | تمرين يحاكي غارة جوية على الميناء                                   |
            ar | الجيش ينفي شن غارة جوية                                             |
            """)
    void readsOtherLanguages(String language, String text, String tags) {
        assertThat(show(reader.read("", text, language, 2026))).isEqualTo(tags == null ? "" : tags);
    }

    @ParameterizedTest
    @CsvSource({"Opinion, true", "Analyse, true", "deportes, true", "Sports News, true", "Current, false", "'', false"})
    void genresDemote(String genre, boolean demoted) {
        assertThat(reader.demotes(genre)).isEqualTo(demoted);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Opinion: the air strikes must stop          | Air strikes hit the port on Monday.
            Air strikes and their price - an essay      | Commentary: air strikes hit the port on Monday.
            The strikes on the port (analysis)          | Air strikes hit the port on Monday.
            Rovers storm the capital in derby           | The striker scored a late goal; rockets flew from the stands.
            """)
    void notBreakingGivesNoSignal(String headline, String body) {
        assertThat(reader.read(headline, body, "en", 2026)).isEmpty();
    }

    @Test
    void saysWhere() {
        var text = "Port Adel was calm. Then an air strike hit the depot.";
        assertThat(reader.read("Air strikes hit depot", text, "en", 0))
                .containsExactly(
                        new Signal("strike.air", 4, "Air strikes", 0, 11, Figure.Part.HEADLINE, "air2", "", "depot"),
                        new Signal("strike.air", 4, "air strike", 28, 38, Figure.Part.BODY, "air2", "", "the depot"));
    }

    @Test
    void knowsNoOtherLanguage() {
        assertThat(reader.read("Luftangriff auf Depot", "", "de", 0)).isEmpty();
    }

    private String tags(String text) {
        return show(reader.read("", text, "en", 2026));
    }

    private static String show(List<Signal> signals) {
        return signals.stream().map(Signal::tag).collect(Collectors.joining(" "));
    }
}
