package org.wirebell.processor.extract.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an English sentence yields; traps stand beside the rule that they test. */
class EnglishFiguresTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # numerals
            Forty-two people were killed in Zogo.                                | killed 42
            Eleven thousand people fled the valley.                              | displaced 11000
            Half a million people were displaced.                                | displaced 500000
            Fifteen hundred villagers were evacuated.                            | displaced 1500
            Two and a quarter million people have been displaced.                | displaced 2250000
            A dozen people were hurt.                                            | injured ~12
            Half a dozen men were arrested.                                      | arrested ~6
            Three dozen prisoners were freed.                                    | released ~36
            Dozens of miners are missing.                                        | missing 24+
            Scores were wounded and hundreds arrested.                           | injured 40+, arrested 200+
            Tens of thousands of people fled.                                    | displaced 20000+
            Several farmers were abducted.                                       | captive 3+
            Some 250k people were displaced.                                     | displaced ~250000
            About 2.3M people were evacuated.                                    | displaced ~2300000
            900+ people were killed.                                             | killed >=900
            Rescuers say 480-plus people are presumed dead.                      | killed >=480
            Some 3.2 lakh people were evacuated in two states.                   | displaced ~320000
            Officials evacuated 1,95,243 people from the coast.                  | displaced 195243
            Around 12 400 people were displaced.                                 | displaced ~12400
            Flight 7 200 people dead                                             | killed 200
            # ranges, and what is none
            Between 60 and 70 people were injured.                               | injured 60..70
            Police arrested 60 to 70 youths.                                     | arrested 60..70
            Between 1.1 and 1.5 million people fled.                             | displaced 1100000..1500000
            35 to 40,000 people were displaced.                                  | displaced 35000..40000
            In 2014-15 rebels killed 30 teachers.                                | killed 30
            Zogo won 6-4 although two players were injured.                      | injured 2
            """)
    void readsNumerals(String text, String expected) {
        assertThat(Shown.read(text, "en")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Some 57 per cent of the victims died at home.                        | killed ~share 0.57
            # coordination: noun and verb carry over, the bound does not
            The gunmen killed 7 and wounded 19.                                  | killed 7, injured 19
            At least 3 soldiers were killed and 20 wounded.                      | killed >=3, injured 20
            9 miners and 2 rescuers dead, 4 engineers hurt in pit blast          | killed 9, killed 2, injured 4
            Shelling killed 40 people in Port Zogo and more than 110 in Marlo.   | killed 40, killed >110
            # passive, reduced, nominal
            Six hundred and twelve dead after dam fails                          | killed 612
            The storm claimed the lives of 25 people.                            | killed 25
            Storm claims 25 lives                                                | killed 25
            Seventeen sailors lost their lives.                                  | killed 17
            The blast left 5 dead and 31 wounded.                                | killed 5, injured 31
            Divers recovered the bodies of 8 passengers.                         | killed 8
            Officials put the toll at 340.                                       | killed 340
            The army lost 14 soldiers in the ambush.                             | killed 14
            Three boys were shot dead and five others were shot.                 | killed 3, injured 5
            The deaths of 87 protesters led to the execution of 12 officers.     | killed 87, killed 12
            # headlines
            Ferry toll hits 90                                                   | killed 90
            Quake toll tops 340                                                  | killed >340
            Hundreds trapped after mine collapse                                 | missing 200+
            Bomb kills 12 at market, wounds 40                                   | killed 12, injured 40
            # killed and injured not told apart
            Police killed or wounded 100 protesters.                             | casualties 100
            Four teenagers were shot, one fatally.                               | casualties 4, killed 1 of #0
            Two teens shot, one dead, in park                                    | casualties 2, killed 1 of #0
            # what happens to people goes before what they are
            12 hostages were killed when troops stormed the building.            | killed 12
            Twelve refugees were among the dead.                                 | killed 12
            The rebels hold 30 hostages.                                         | captive 30
            Police freed 16 detainees.                                           | released 16
            Hundreds of kidnapped girls have been freed.                         | released 200+
            Rescue teams saved 30 fishermen.                                     | rescued 30
            # words that only look like harm
            A statement released by 12 ministers said so.                        | none
            The envoys held talks with 12 leaders.                               | none
            He scored 2 goals in injury time.                                    | none
            The firm missed its target by 4 percent, a dead serious matter.      | none
            Lawmakers debated the death penalty for 3 hours.                     | none
            Five suicide bombings shook the city.                                | none
            The toll road costs 5 dollars.                                       | none
            """)
    void pairsNumberAndHarm(String text, String expected) {
        assertThat(Shown.read(text, "en")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            The raid killed 210 people, including 40 children.                   | killed 210, killed 40 of #0
            The raid wounded 60, of whom 12 were medics.                         | injured 60, injured 12 of #0
            Thirty people died, 9 of them women.                                 | killed 30, killed 9 of #0
            The war has killed 2,000 people, nearly half of them civilians.      | killed 2000, killed almost share 0.5 of #0
            Ten people, among them six children, drowned.                        | killed 10, killed 6 of #0
            Fire killed 19 people (11 men and 8 women).                          | killed 19, killed 11 of #0, killed 8 of #0
            Police fired at 3,000 protesters, 40 of whom were arrested.          | arrested 40
            Of the 60 injured, 14 are in intensive care.                         | injured 60, injured 14 of #0
            Two of three missing climbers were found alive.                      | rescued 2 of #1, missing 3
            The fighting left 11 dead - seven rebels and four soldiers.          | killed 11, killed 7 of #0, killed 4 of #0
            Eight of the dead were foreigners.                                   | killed 8
            Half of those killed were children.                                  | killed share 0.5
            Two nurses were among five people killed.                            | killed 2 of #1, killed 5
            # parts with a fate of their own
            Police arrested 37 demonstrators and released 12 of them.            | arrested 37, released 12 of #0
            # the whole of a part was only there
            The crash killed 14 of the 45 passengers.                            | killed 14
            The ferry with 80 people aboard sank and 3 people drowned.           | killed 3
            # increment and total
            Rescuers found 86 more bodies, bringing the toll to 2,117.           | killed 86 (increment), killed 2117
            Fifteen people were killed and another 13 wounded.                   | killed 15, injured 13
            The toll rose by five to 62.                                         | killed 5 (increment), killed 62
            # the value before
            The number of injured rose from 30 to 34.                            | injured 30 (previous), injured 34
            Rescuers lowered their count of missing to 412 from 530.              | missing 412, missing 530 (previous)
            The toll was revised to 253, down from an earlier 359.               | killed 253, killed 359 (previous)
            # rates are never a toll
            The drought kills 20 children every day.                             | killed 20 (rate)
            A child is killed every 15 minutes.                                  | none
            """)
    void readsRelations(String text, String expected) {
        assertThat(Shown.read(text, "en")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            At least 5 people were feared dead.                                  | killed >=5 (open)
            The toll could rise to 200.                                          | killed 200 (open)
            Up to 3,000 people may be displaced by the dam.                      | displaced <=3000 (open)
            The army denied reports that 40 civilians had been killed.           | killed 40 (open)
            Rebels threatened to execute 10 villagers.                           | killed 10 (open)
            Dolo is accused of murdering five women.                             | killed 5 (open)
            The party denied killing 12 villagers.                               | killed 12 (open)
            The minister said 900 prisoners would be released.                   | captive 900
            Troops raced to rescue 40 miners.                                    | rescued 40 (open)
            The ministry withdrew its claim that 30 had died.                    | killed 30 (open)
            # so, if only in somebody's words
            Some 30 people are presumed dead.                                    | killed ~30
            Eight workers are believed to have died.                             | killed 8
            An estimated 300 people drowned.                                     | killed ~300
            A court freed the man accused over the deaths of five women.         | killed 5
            No casualties were reported.                                         | casualties 0 (open)
            """)
    void tellsWhatIsAsserted(String text, String expected) {
        assertThat(Shown.read(text, "en")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Ann Dolo, 36, was killed at 21:30 on April 25.                       | none
            The 34-year-old man died aged 84 in Zogo.                            | none
            The quake of magnitude 7.8 killed people 5 kilometres away.          | none
            Floods destroyed 300 homes and killed 1,200 cattle.                  | none
            The army fired 40 rockets at 3 villages, killing nobody.             | none
            The fire caused $3 million in damage; no word on the dead.           | none
            A Boeing 737 crashed near Highway 12, the dead were not counted.     | none
            Three attacks killed people in two towns.                            | none
            The party won 316 seats after its leader was arrested.               | none
            One of the worst floods displaced families.                          | none
            Police named boys, ages 15, 16 and 17, who were arrested.            | none
            LIMA, 7 NOV 89 -- SIX PEOPLE WERE KILLED                             | killed 6
            The hospital has 300 beds and 40 doctors for 2,000 patients.         | none
            He murdered 15 patients between 1975 and 1998.                       | killed 15
            One in five people were displaced.                                   | none
            The 2011 quake killed 180 people.                                    | killed 180
            """)
    void leavesOtherNumbersAlone(String text, String expected) {
        assertThat(Shown.read(text, "en")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Police said 12 people were killed.                                   | 12 by Police
            Twelve people were killed, officials said.                           | 12 by officials
            According to the Zogo Relief Agency, 12 people drowned.              | 12 by Zogo Relief Agency
            Twelve people drowned, according to hospital sources.                | 12 by hospital sources
            The rebels said 46 were killed, while the army said seven dead.      | 46 by rebels, 7 by army
            "We buried 30 people," said mayor Ann Dolo.                          | 30 by Ann Dolo
            Ann Dolo, head of the fire service, said 12 people were hurt.        | 12 by Ann Dolo
            Storm claims 25 lives                                                | 25 by nobody
            Militants kill 24 in village raid: officials                         | 24 by officials
            Police: 1 dead in shooting                                           | 1 by Police
            The governor, Ann Dolo, said 12 people drowned.                      | 12 by Ann Dolo
            A family of mass graves believed to hold 30 bodies was found, the mayor said. | 30 by mayor
            PORT ZOGO (Agency) - Twelve people drowned on Friday.                | 12 by nobody
            Aid workers say help is late in Marlo, where the war has killed 600. | 600 by nobody
            Twelve people were killed. The ministry said 9 were soldiers who were killed. | 12 by nobody, 9 by ministry
            """)
    void findsTheClaimant(String text, String expected) {
        assertThat(Shown.claimants(text, "en")).isEqualTo(expected);
    }
}
