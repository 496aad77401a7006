package org.wirebell.processor.extract.signals;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.Samples;
import org.wirebell.model.Signal;
import org.wirebell.processor.extract.Extractor;

/** What is played, remembered or made up is no signal, even with the figures of the whole item. */
class UnrealTest {
    private static final Extractor EXTRACTOR = Extractor.standard();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # drills
            Port drill simulates missile attack        | Firefighters in Port Adel rehearsed a drone strike on the fuel depot on Tuesday. In the exercise, 40 people were "killed" when a missile hit the quay.
            Hospital trains for the worst              | The drill simulated an air strike on the harbour, with 60 volunteers playing the wounded.
            City holds civil defence exercise          | Sirens wailed as part of an exercise that simulates a rocket attack on the capital.
            Staff practise evacuation                  | In a mock attack, gunmen took hostages at the town hall; actors played the captives, organisers said.
            Exercise tests hospitals                   | The scenario: a car bomb explodes at the station and kills 25 people. Nobody was hurt in the drill.
            Tabletop exercise in Marland               | Officials gamed out an invasion of the islands during a simulation at the naval college.
            Training ends                                | The training exercise, in which rebels storm the airport, ended at noon.
            # anniversaries and history
            Town marks anniversary of air strikes      | Residents of Port Adel laid wreaths on Sunday for the 120 people killed in the air strikes of 1987.
            Survivors remember massacre                | Twenty years ago gunmen killed 34 people at the market. The anniversary was marked with a silent walk.
            Memorial opened for shelling victims       | A memorial to the 58 people killed by shelling in 1994 was opened by the mayor.
            Ferry museum shows wartime bridge          | The museum recalls how troops crossed the river in the world war and how the town was bombed.
            Marland marks 30 years since the truce     | It is three decades since both sides agreed to a ceasefire.
            Historian's book on the siege              | Her history of the siege of Port Adel covers the invasion of 1743.
            # fiction
            Director defends war film                  | In the film, drones strike a market and kill 30 people; the actor plays a medic.
            New thriller tops the list                 | The novel tells of the assassination of a president and of a nuclear attack on the capital.
            Game of the year                           | In the game, players seize the airport and launch missiles at the city. The studio sold two million copies.
            Series returns for a third season          | The first episode opens with an air strike that kills 45 people.
            """)
    void givesNoSignal(String headline, String body) {
        var finding = EXTRACTOR.extract(Samples.item("unreal-1", headline, body));
        assertThat(finding.signals()).extracting(Signal::tag).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Drones hit depot during drill              | A drone strike hit the depot in Port Adel while firefighters were at a drill, the mayor said.        | strike.air
            Marland begins naval exercise              | Marland began joint naval exercises off the islands on Monday.                                       | mobilise
            Blast on anniversary                       | Shelling resumed at dawn in Port Adel. The town was to mark the anniversary of the truce on Sunday.  | crossborder.fire
            Base hit in drill                          | A missile hit the base near Port Adel during a drill and killed four soldiers, the army said.        | strike.air
            Shelling at its worst                      | Artillery shells struck Port Adel in the heaviest barrage in the two decades since the truce.        | crossborder.fire
            Cinema hit                                 | An air strike hit a cinema in Port Adel; a film was being shown.                                     | strike.air
            """)
    void stillReadsTheReal(String headline, String body, String tag) {
        var finding = EXTRACTOR.extract(Samples.item("real-1", headline, body));
        assertThat(finding.signals()).extracting(Signal::tag).contains(tag);
    }
}
