package org.wirebell.processor.extract.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.Figure;

/** Wordings met in text that nobody had tuned for, told anew: each line was once read wrongly. */
class UnseenEnglishTest {
    private static final FigureReader READER = FigureReader.standard();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # games, names and versions
            Ibo Mara carded nothing but shot a 4-under-par 68 at the lake course on Thursday.| none
            Dolo, who shot 77, was never under par.                                          | none
            The firm released Zogosoft 4.0 on Friday.                                        | none
            The studio released Marla 3 and the Zogo 650 this week.                          | none
            UPDATE 1: Trains stranded by snow in Zogo                                        | none
            The securities and exchange commission fined nine brokers.                       | none
            PORT ZOGO, Sep. 28 (Agency) - A beekeeper was killed by a falling gate.          | none
            # what stands between
            Blast in Zogo kills 9, hurts 17                                                  | killed 9, injured 17
            The gale killed 17 shepherds and left scores of flocks without a fold.           | killed 17
            The weir swept five swimmers to their deaths.                                    | killed 5
            A choir sang on learning of the deaths of 26 Zogoan captives.                    | killed 26
            A judge looks into the deaths of 19 vagrants in police custody.                  | killed 19
            Zogoan mortars said to kill at least 31                                          | killed >=31
            Four surveyors held hostage on the ridge are still alive, their firm said.       | captive 4
            # verbs that take people into their midst
            Gunmen burned six people alive in Marlo.                                         | killed 6
            The clan handed nine captives over to the elders.                                | released 9
            Police set 12 detainees free.                                                    | released 12
            # situation reports
            Hail in each of the valley's 7 departments had affected some 5,200 growers.      | affected ~5200
            The fire displaced several thousands of reed cutters.                            | displaced 3000+
            Over half a million people have evacuated.                                       | displaced >500000
            Medics count 20 dead (8 girls, 12 boys), 31 hurt. | killed 20, killed 8 of #0, killed 12 of #0, injured 31
            The known deaths from the dust storm have climbed to 27, the agency said.        | killed 27
            Sixteen (16) pilgrims are still stranded.                                        | affected 16
            Some 41 families / 190 persons are housed in shelters. | displaced ~41, displaced 190
            Nine people were hurt. Seven of them are bakers. | injured 9, injured 7 of #0
            Six patients went to a ward upstairs and all but one have been released.         | none
            Some 22 divers, who were found trapped by a trawler, were declared dead.         | killed ~22
            There have been four hostage release efforts.                                    | none
            # wholes, parts and those who were only there
            Of 64 people on board, 41 died and 23 survived.                                  | killed 41, rescued 23
            Of the 58 rowers, 21 drowned.                                                    | killed 21
            Some 700 have the virus, of whom 52 were hospitalised.                           | sick 52
            The clinics counted 830 cumulative cholera cases, including 29 deaths.           | sick 830, killed 29 of #0
            Eleven cooks, including a family of four, died in the blaze.                     | killed 11, killed 4 of #0
            Casualties were 720 (170 killed, 550 wounded). | casualties 720, killed 170 of #0, injured 550 of #0
            Toll in Zogo silo collapse now 34, 19 rescued                                    | killed 34, rescued 19
            The packet boat sank with the loss of more than 140 lives.                       | killed >140
            The clerk faces 17 conspiracy to commit murder counts.                           | none
            Three brothers are being tried for 12 murders.                                   | killed 12 (open)
            The farce, a comedy with 4 deaths and 3 weddings, ran for a week.                | killed 4 (open)
            Farmers killed millions of them in the spring.                                   | none
            Few of them were hurt.                                                           | none
            Zogo has noted 55 infections and six more deaths. | sick 55, killed 6 (increment)
            Four welders were treated for minor burns.                                       | injured 4
            The fort fell and some 260 were marched into captivity.                          | captive ~260
            # nobody was harmed
            The striker has been sidelined with three injuries this season.                  | none
            The band killed it at 40 festivals.                                              | none
            The judge sentenced the men to 12 and 15 years in prison.                        | none
            Officers executed 14 search warrants.                                            | none
            The committee heard from 12 survivors of abuse.                                  | none
            Five former inmates were invited to the ceremony.                                | none
            The delta has 600,000 people, many of whom fled.                                 | none
            The team of 20 doctors treated the wounded.                                      | none
            Nobody could say how many of the 75 guests had survived.                         | none
            Two survivors interviewed by the paper described the blast.                      | none
            The staff said 37 raiders were killed and 9 surrendered.                         | killed 37
            Weeks after the quake that left 300 dead, 900 people still live in tents.        | killed 300, displaced 900
            Medics feared the number of dead, now at 61, could exceed 90. | killed 61, killed >90 (open)
            Some 410 people were arrested, of whom 70 remain behind bars. | arrested ~410, captive 70 of #0
            Toll in Zogo gallery fall touches 53                                             | killed 53
            The first of the four victims was buried on Sunday.                              | killed 4
            Five were hurt, one of them seriously. | injured 5, injured 1 of #0
            The fire killed four men aged between 20 and 35.                                 | killed 4
            A father of six and two of his sons were shot dead.                              | killed 2
            More than 40,000 children under five are acutely malnourished.                   | affected >40000
            Two were sentenced to death and nine others to life in prison.                   | none
            Some 20 rebels were killed and three taken alive.                                | killed ~20, captive 3
            # a stretch of time is no rate
            Scores were wounded during a day of rockfalls in Zogo.                           | injured 40+
            The bomb had killed 18 porters a day earlier.                                    | killed 18
            # an old value needs a new one
            Initial reports indicated nine miners were killed.                               | killed 9
            Thieves were jailed in a dispute over four goats.                                | none
            """)
    void readsFigures(String text, String expected) {
        assertThat(Shown.read(text, "en")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Some 400 were arrested in Zogo after a protest against President Ann Dolo.       | Zogo
            Thousands fled Marlo.                                                            | Marlo
            Some 700 weavers have fled the Marlo uplands west of Port Zogo.                  | Marlo
            The mine killed three drummers from the ZLF, doctors in Marlo said.              | Marlo
            Nine died when a flood swept the town of Marlo near Mount Ibo.                   | Marlo
            A gas main burst in the Swedish capital, killing seven.                          | Swedish capital
            A kiln in Zogo's upland city of Marlo burned nine potters to death.              | Marlo
            Surges in Marlo caused by cyclone Ibo have killed 33 people.                     | Marlo
            The fumes killed four clerks at the hall of the Harvest Party in Marlo.          | Marlo
            An attack on Marlo killed 14.                                                    | Marlo
            A wagon rolled over in Marlo, killing five of the harvesters from Zogo.          | Marlo
            Horsemen rode into Marlo, killing nine.                                          | Marlo
            Wasps in Marlo Kill 5 People                                                     | Marlo
            7 Dead in a Car Bomb in Marlo                                                    | Marlo
            Marlo floods kill 27 people.                                                     | Marlo
            The war has driven 900 people from their homes across the country.               | the country
            The ferry sank on the Ibo River, killing 65.                                     | Ibo River
            """)
    void findsThePlace(String text, String expected) {
        assertThat(Shown.join(READER.read("", text, "en"), Figure::place)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            PORT ZOGO, March 9, 2011 -- A shell killed two cooks.                            | now
            MARLO, 4 June 1998 -- Thieves killed five carters.                               | now
            The second slide came two days after eight carters were killed on the pass.      | past
            In the previous attack, on June 5, archers killed seven monks.                   | past
            The mill, where a fire killed 18 spinners in March, is to reopen.                | past
            In May of last year, a rockfall killed six climbers.                             | past
            It was the worst accident since a barge sank and 46 dockers drowned.             | past
            Bandits killed eight porters in a 1997 attack on a mule train.                   | past
            The sect owned to an attack last week that left 23 dead, including five cooks.   | past, past
            """)
    void tellsThePastFromTheNews(String text, String expected) {
        assertThat(Shown.join(
                        READER.read("", text, "en"),
                        f -> f.time().equals(Optional.of(Figure.Tense.PAST)) ? "past" : "now"))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Clashes on the ridge left nine shepherds dead.                                   | INCIDENT
            Hundreds were arrested amid unrest in Zogo.                                      | INCIDENT
            Some 19 drovers have been killed in the pasture clashes.                         | CUMULATIVE
            More than 310,000 people have perished.                                          | CUMULATIVE
            The war has killed 600 people.                                                   | CUMULATIVE
            The number of confirmed cases of the virus rose to 71.                           | CUMULATIVE
            """)
    void tellsARunningCountFromAnIncident(String text, String expected) {
        assertThat(Shown.join(READER.read("", text, "en"), f -> f.scope().name()))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Twelve United States troops died, an officer said.                               | officer
            Twelve people died, police and reports said.                                     | police
            Around 60 rustlers died, the military said last week.                            | military
            Witnesses spoke of at least 20 wounded.                                          | Witnesses
            Agency reporters saw seven bodies.                                               | Agency reporters
            "We counted 31 bodies," Dr Ann Dolo, who heads the hospital, told reporters.     | Dr Ann Dolo
            Twelve drowned, according to data from Zogo Watch.                               | Zogo Watch
            """)
    void namesWhoSpeaks(String text, String expected) {
        assertThat(Shown.join(READER.read("", text, "en"), Figure::attribution)).isEqualTo(expected);
    }
}
