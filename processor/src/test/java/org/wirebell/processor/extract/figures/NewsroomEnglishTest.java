package org.wirebell.processor.extract.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebell.model.Figure;

/** English as many agencies write it: wire, headline, police blotter, situation report, and what only looks like a toll. */
class NewsroomEnglishTest {
    private static final FigureReader READER = FigureReader.standard();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Eight bodies were pulled from the river.                                         | killed 8
            Troops found a mass grave holding 31 bodies.                                     | killed 31
            Quake toll nears 2,000                                                           | killed almost 2000
            Flood toll hits 55 in south                                                      | killed 55
            Cyclone toll mounts to 137                                                       | killed 137
            The toll rose by 14 to 119.                                                      | killed 14 (increment), killed 119
            Another 14 bodies were found, taking the toll to 119.                            | killed 14 (increment), killed 119
            Six more people have died, bringing the total to 22.                             | killed 6 (increment), killed 22
            Police fired on the crowd, killing four and wounding scores.                     | killed 4, injured 40+
            The kidnappers freed three of the nine nuns.                                     | released 3
            The guerrillas released 22 policemen they had held for a year.                   | released 22
            Commandos stormed the plane and freed 80 hostages.                               | rescued 80
            Forty schoolgirls escaped their captors.                                         | released 40
            The court jailed 14 activists.                                                   | captive 14
            Some 600 detainees are on hunger strike.                                         | captive ~600
            The camp holds 12,000 refugees.                                                  | displaced 12000
            Fighting has driven 90,000 from their homes.                                     | displaced 90000
            Ten thousand were evacuated as the volcano rumbled.                              | displaced 10000
            About 5.2 million people face acute hunger.                                      | affected ~5200000
            The blackout left 2 million people without power.                                | affected 2000000
            Measles: 600 children infected in Zogo                                           | sick 600
            Eight were treated for smoke inhalation.                                         | injured 8
            2 shot dead, 5 hurt at party                                                     | killed 2, injured 5
            4 die in crash                                                                   | killed 4
            30 workers buried under rubble                                                   | missing 30
            Mudslide swallows village, 70 missing                                            | missing 70
            As many as 14 persons were killed and 30 others injured in a road mishap.        | killed <=14, injured 30
            Over 2 lakh people shifted to safer places.                                      | displaced >200000
            Hoodlums killed two policemen.                                                   | killed 2
            The army neutralised 40 terrorists and rescued 12 captives.                      | killed 40, rescued 12
            17 die after drinking bootleg liquor                                             | killed 17
            Toll in stampede goes up to 36                                                   | killed 36
            Two boys, 14 and 16, were stabbed to death.                                      | killed 2
            Some 500 police backed by 30 soldiers arrested 12 men.                           | arrested 12
            200 police arrested 40 protesters.                                               | arrested 40
            Bird flu killed 12,000 ducks and infected 4 people.                              | sick 4
            At least 88 people have been killed, a count by the Marlo Post shows.            | killed >=88
            The prosecutor listed 12 murders.                                                | killed 12
            Relatives of 12 missing men protested.                                           | missing 12
            Toll now 44                                                                      | killed 44
            Thousands flee homes                                                             | displaced 2000+
            10,000 refugees cross into Marlo                                                 | displaced 10000
            Scores die in prison fire                                                        | killed 40+
            Nine nuns kidnapped                                                              | captive 9
            Kidnapped nuns: 9 freed                                                          | released 9
            Bus falls off bridge, 20 die                                                     | killed 20
            Bus plunge leaves 20 dead                                                        | killed 20
            Cold snap kills 20                                                               | killed 20
            Heat kills 20                                                                    | killed 20
            Villagers buried 14 victims.                                                     | killed 14
            Fighting near the border has killed at least 40 people in a week.                | killed >=40
            Some two thirds of the 900 refugees are children.                                | displaced ~share 0.67 of #1, displaced 900
            A family of five died in the fire.                                               | killed 5
            Seven people were shot, two fatally.                                             | casualties 7, killed 2 of #0
            Forty people suffered burns.                                                     | injured 40
            The toll included 14 children.                                                   | killed 14
            Rebel losses were put at 40 dead.                                                | killed 40
            The pileup claimed the lives of a mother and two sons.                           | killed 2
            Police found 60 corpses in a truck.                                              | killed 60
            The deaths of six nuns shocked the nation.                                       | killed 6
            The kidnapping of 14 tourists led to a search.                                   | captive 14
            The release of 14 activists drew praise.                                         | released 14
            Aid agencies are feeding 9,000 displaced.                                        | displaced 9000
            There are 9,000 homeless.                                                        | displaced 9000
            Marlo hosts 1.2 million refugees.                                                | displaced 1200000
            Zogo recalled 40,000 cars after two deaths.                                      | killed 2
            He confessed to killing 14 women.                                                | killed 14
            She told police she had killed 3 men.                                            | killed 3
            Zogo to free 14 prisoners                                                        | captive 14
            14 missing, presumed dead                                                        | missing 14
            14 missing presumed drowned                                                      | missing 14
            At least 4 dead, toll may rise                                                   | killed >=4
            Toll put at 60                                                                   | killed 60
            On the fifth day, toll is 60                                                     | killed 60
            Nine of the dead were women.                                                     | killed 9
            """)
    void readsHarm(String text, String expected) {
        assertThat(Shown.read(text, "en")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            In the exercise, 40 people were treated for mock injuries.                       | none
            The winger has missed 12 games with injuries.                                    | none
            The band released 12 singles.                                                    | none
            Farmers were affected and 12,000 hectares flooded.                               | none
            Hail damaged 300 roofs.                                                          | none
            Police arrested a man over 12 burglaries.                                        | none
            The studio released three trailers.                                              | none
            The museum holds 12,000 coins.                                                   | none
            Three horses died in the race.                                                   | none
            Rangers rescued 31 pangolins.                                                    | none
            Zoo evacuates 14 lemurs as fire nears                                            | none
            The recall affects 80,000 scooters.                                              | none
            Fog affects 40 departures                                                        | none
            The ransomware hit 12 hospitals.                                                 | none
            He scored 12 points and was hurt.                                                | none
            The film, in which 30 people die, opened on Friday.                              | killed 30 (open)
            The car company freed up 300 million dollars.                                    | none
            The court released 300 pages.                                                    | none
            The army captured 11 villages.                                                   | none
            Five trawlers were detained.                                                     | none
            Customs officers detained 9 lorries.                                             | none
            The bank held 400 accounts.                                                      | none
            As many as 200 people are feared drowned.                                        | killed <=200 (open)
            The toll could rise to 300.                                                      | killed 300 (open)
            The government plans to evacuate 20,000 people.                                  | displaced 20000 (open)
            A strike would cause 400 casualties, the study said.                             | casualties 400 (open)
            The dam break threatens 40,000 people.                                           | none
            Rumours that 30 people had died were false.                                      | killed 30 (open)
            Reports of 30 deaths were untrue.                                                | killed 30 (open)
            The alleged killer of five women appeared in court.                              | none
            Three inmates escaped from jail.                                                 | none
            A jury convicted four men.                                                       | none
            A child dies every 15 minutes.                                                   | none
            Some 12,000 people returned home.                                                | none
            Some 4,000 people attended the funeral of the victims.                           | none
            A crowd of 40,000 watched.                                                       | none
            The attack came 12 days after the last.                                          | none
            He died at the age of 78.                                                        | none
            Zogo 2 Marlo 1 after late injury                                                 | none
            At least five countries were affected.                                           | none
            Prosecutors want 10 years for each of the 3 accused.                             | none
            Unions released a list of 40 names.                                              | none
            Officials released 12,000 fish into the lake.                                    | none
            A herd of 40 buffalo was swept away.                                             | none
            The seat belt law would save 300 lives.                                          | none
            The tourists were stranded for 12 hours.                                         | none
            Fire crews rescued 3 kittens.                                                    | none
            At least 12 bombs went off.                                                      | none
            Zogo are missing four players.                                                   | none
            The prosecutor brought 12 murder charges.                                        | none
            A bus carrying 40 pilgrims overturned.                                           | none
            About 3,000 people marched against the killing of a student.                     | none
            A minute of silence was held for the 12 victims.                                 | none
            Some 900 rescuers searched for the missing.                                      | none
            Over 300 police were deployed to arrest him.                                     | none
            A 12th victim has died.                                                          | none
            Up to 40 people may be trapped.                                                  | missing <=40 (open)
            There are fears that 40 people are trapped.                                      | missing 40 (open)
            If the dam fails, 300 people will die.                                           | killed 300 (open)
            The army denied killing 40 villagers.                                            | killed 40 (open)
            Had the roof fallen, 40 people would have been killed.                           | killed 40 (open)
            The bomb could have killed 40 people.                                            | killed 40 (open)
            Police stopped an attack that would have killed hundreds.                        | killed 200+ (open)
            The pilots said engine trouble had forced 40 aircraft down.                      | none
            Zogo expelled 40 diplomats.                                                      | none
            The law has freed 40 companies from the tax.                                     | none
            The gang is suspected of having kidnapped 14 people.                             | captive 14 (open)
            Zogo mine toll could reach 60                                                    | killed 60 (open)
            The boy, 9, was hurt.                                                            | none
            It was the 3rd attack in 2 weeks; nobody was hurt.                               | none
            """)
    void leavesAloneOrOpen(String text, String expected) {
        assertThat(Shown.read(text, "en")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Nine people were hurt, the mediators said.                                       | mediators
            Two ferrymen are missing, the harbour office said.                               | harbour office
            A relief council said 4,000 families had fled.                                   | relief council
            The pastor said 17 worshippers had died.                                         | pastor
            Thirty miners were trapped, the mine operator said.                              | mine operator
            At least 12 people died, according to the harbourmaster.                         | harbourmaster
            According to village elders, 23 herders were killed.                             | village elders
            The Hamat-run health ministry said 120 people were killed.                       | Hamat-run health ministry
            An aid convoy driver said 5 guards had been shot.                                | aid convoy driver
            He said 12 people were killed.                                                   | -
            They said two men were arrested.                                                 | -
            A letter said 12 people were killed.                                             | letter
            State broadcaster ZTV reported 19 deaths.                                        | State broadcaster ZTV
            Nineteen people died, state broadcaster ZTV reported.                            | state broadcaster ZTV
            Human rights monitors counted 61 deaths.                                         | Human rights monitors
            The border guard service said it had detained 45 migrants.                       | border guard service
            Rebels claimed to have killed 50 soldiers.                                       | Rebels
            The militia claimed it killed 50 soldiers.                                       | militia
            Quake kills 40 - radio                                                           | radio
            Quake kills 40, says governor                                                    | governor
            Landslide buries 30: rescuers                                                    | rescuers
            Police say gang killed nine                                                      | Police
            Zogo hospital: 9 dead in bus plunge                                              | Zogo hospital
            A union leader put the number of dead at 18.                                     | union leader
            An estimated 60,000 people are homeless, the archdiocese says.                   | archdiocese
            Survivors told the newspaper that 30 people had drowned.                         | Survivors
            A survivor, Tomas Reck, said 30 people had drowned.                              | Tomas Reck
            Tomas Reck, a survivor, said 30 people had drowned.                              | Tomas Reck
            Eleven sailors drowned, a coast guard spokeswoman said on Friday.                | coast guard spokeswoman
            Two car bombs killed 33 in Zogo, police said.                                    | police
            The ministry confirmed 17 new cases of cholera.                                  | ministry
            OCHA reports that 300,000 people are in need of assistance.                      | OCHA
            Officials in Marlo said 12 people died.                                          | Officials
            In a statement, the bishops said 12 people were killed.                          | bishops
            According to a tally by Zogo Watch, 88 people have been killed.                  | Zogo Watch
            The prosecutor alleges that he killed 4 patients.                                | prosecutor
            The defence said 4 patients died.                                                | defence
            The villagers told ZTV that the soldiers had killed 14 boys.                     | villagers
            Twelve have died, say campaigners.                                               | campaigners
            But the opposition claims more than 70 died.                                     | opposition
            """)
    void namesWhoSpeaks(String text, String expected) {
        assertThat(Shown.join(READER.read("", text, "en"), Figure::attribution))
                .isEqualTo(expected.equals("-") ? "" : expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            A suicide bomber killed himself and nine others at a checkpoint near Zogo on Monday. | Zogo
            Gunmen on motorbikes shot dead three traders in Marlo.                           | Marlo
            Coast guard rescues 212 migrants off Marlo                                       | Marlo
            A 6.4-magnitude quake hit Zogo; two people died.                                 | Zogo
            A bus crash in the Marlo district killed 9.                                      | Marlo
            A strong quake rocked northern Zogo, killing 12.                                 | Zogo
            At least 40 died in the Zogo earthquake.                                         | Zogo
            The death toll from the Zogo ferry disaster rose to 90.                          | Zogo
            Twelve people died in Port Marlo, Zogo.                                          | Port Marlo
            Police in Marlo said two men died.                                               | Marlo
            12 dead, 40 injured, 3 missing in Zogo landslide                                 | Zogo, Zogo, Zogo
            3 Dead, 12 Hurt In Zogo Shooting                                                 | Zogo, Zogo
            Dozens drown off Marlo                                                           | Marlo
            Heavy fighting in Marlo kills at least 40                                        | Marlo
            Some 9,000 people are homeless after the quake in Marlo.                         | Marlo
            """)
    void findsThePlace(String text, String expected) {
        assertThat(Shown.join(READER.read("", text, "en"), Figure::place)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The 1999 quake killed 300 people.",
                "A 1999 earthquake in the area killed 300.",
                "In 2011, a similar blast killed 27.",
                "Twenty years ago, 27 people died there.",
                "It comes a decade after a fire that killed 40.",
                "The city marked the anniversary of the crash, which killed 88.",
                "The worst disaster was in 1974, when 900 people died.",
                "The attack recalled the 2004 bombing in which 60 died.",
                "Four years after 30 people died, nobody has been charged.",
                "The sign said 12 miners had died here in 1920."
            })
    void setsBackgroundInThePast(String text) {
        assertThat(READER.read("", text, "en"))
                .isNotEmpty()
                .allMatch(f -> f.time().equals(Optional.of(Figure.Tense.PAST)));
    }
}
