package org.wirebell.processor.extract.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.Figure;

/** Wordings found by writing the same event in many ways: each line is one that was once read wrongly. */
class MoreEnglishTest {
    private static final FigureReader READER = FigureReader.standard();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Flood toll climbs to 71, and over 1.6 million people remain in 900 relief camps. | killed 71, displaced >1600000
            Twelve have been pulled out alive.                                               | rescued 12
            We have 14 confirmed fatalities and some 50 people with injuries.                | killed 14, injured ~50
            Bandits shot dead nine herders, carrying off 11 girls.                           | killed 9, captive 11
            The garrison put its losses at six.                                              | killed 6
            The shell killed seven members of one family.                                    | killed 7
            It was denied that troops had executed 14 captives.                              | killed 14 (open)
            The league accuses the guards of killing 21 protesters.                          | killed 21 (open)
            Five hostages died during the rescue attempt and 16 were freed.                  | killed 5, rescued 16
            A mine killed between 15 and 20 herders.                                         | killed 15..20
            From 15 to 20 herders died.                                                      | killed 15..20
            The toll rose from 15 to 20.                                                     | killed 15 (previous), killed 20
            Eighteen subversives were captured.                                              | captive 18
            One man is dead and three others are recovering after the shooting.              | killed 1, injured 3
            My side killed it, 3 dead phones though.                                         | none
            A kiln fire snuffed out eight lives.                                             | killed 8
            The law would free up 300 officers.                                              | none
            The murder rate fell to 4 per 100,000 people.                                    | none
            Eleven sailors were seized as hostages.                                          | captive 11
            The siege cost fourteen porters their lives.                                     | killed 14
            At least 30 prisoners escaped after rebels broke the wall of a jail.             | none
            Seven nurses abducted last month have been let go.                               | released 7
            Some 200 girls held since April would soon be rescued, she hoped.                | captive ~200
            Rebels killed three councillors and two guards and hurt nine.                    | killed 3, killed 2, injured 9
            Three climbers missing since Friday were found dead.                             | killed 3
            Police hauled away 40 activists.                                                 | arrested 40
            The staff reported 19 'terrorists' neutralised.                                  | killed 19
            Drought has left 5 million hungry.                                               | affected 5000000
            "There are three people deceased inside," she said.                              | killed 3
            Gunfire near the depot sent three to the hospital.                               | injured 3
            A man was held over the deaths of two sisters, 4 and 6.                          | killed 2
            The bandits murdered the mayor, three town councilmen and two clerks.            | killed 3, killed 2
            Some 900 people sleep in the open for fear of tremors.                           | displaced ~900
            Marlo may execute 12 more prisoners, campaigners fear.                           | killed 12 (increment) (open)
            The golfer shot a 66 and leads by 3.                                             | none
            He shot and wounded his wife and two guests.                                     | injured 2
            Rights group Amnesty confirmed that 80 villagers suffered burns.                 | injured 80
            """)
    void readsFigures(String text, String expected) {
        assertThat(Shown.read(text, "en")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            The fire left 12 dead, Prime Minister Ann Dolo told parliament.                  | Prime Minister Ann Dolo
            "They killed 16 of us," a survivor, Ibo Mara, told the agency by telephone.      | Ibo Mara
            Twenty are in critical condition, according to the head of the unit, Dr Ann Dolo. | Dr Ann Dolo
            RT @ZogoRescue: 16 bodies retrieved from the river                               | ZogoRescue
            Toll now 41, per civil protection agency                                         | civil protection agency
            The inquest heard that 12 miners were killed.                                    | inquest
            Some 30 rebels died, the Press Committee (PC) said.                              | Press Committee
            """)
    void findsTheClaimant(String text, String expected) {
        assertThat(Shown.join(READER.read("", text, "en"), Figure::attribution)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            It was the worst accident since 2010, when 29 miners died.                       | past
            It was the deadliest crash since a 1998 accident that killed 101 people.         | past
            Twenty years ago, a wave killed about 2,300 people.                              | past
            The rebels have abducted 2,000 villagers since the start of 2014.                | now
            A memorial to the 88 people killed in the fire was defaced.                      | past
            The raid came a day after a truck bomb killed 31 people.                         | past
            Nobody has been held over the shooting that killed two boys last month.          | past
            Marlo buried the victims of an attack last week that left 14 dead.               | past
            By the end of 2015, 2 million people remained displaced.                         | now
            Nearly 90 people died in the May 11, 2001 attacks.                               | past
            """)
    void tellsThePastFromTheNews(String text, String expected) {
        assertThat(Shown.join(
                        READER.read("", text, "en"),
                        f -> f.time().equals(Optional.of(Figure.Tense.PAST)) ? "past" : "now"))
                .isEqualTo(expected);
    }

    /** A line too short for the language to be told is read by the lists that know its words. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            907 herders were injured. | und | injured 907
            Zogo: 12 dead             | und | killed 12
            Zogo: 12 muertos          | it  | killed 12
            """)
    void readsLinesOfUnclearLanguage(String text, String language, String expected) {
        assertThat(Shown.read(text, language)).isEqualTo(expected);
    }
}
