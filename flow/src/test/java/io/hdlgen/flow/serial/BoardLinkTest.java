package io.hdlgen.flow.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.sim.tool.ToolException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoardLinkTest {
  private static final Duration PATIENCE = Duration.ofMillis(2);
  private static final int COUNT = 2000;

  private static List<byte[]> requests() {
    Random random = new Random(1);
    List<byte[]> requests = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      byte[] request = new byte[FakeBoard.BYTES];
      random.nextBytes(request);
      requests.add(request);
    }
    return requests;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 0.1, 0.3})
  void everyRequestIsAnsweredOnceAndRight(double loss) {
    FakeBoard board = new FakeBoard(loss, 1);
    BoardLink link = new BoardLink(board, PATIENCE);
    BoardIdentity identity = link.identify();
    assertThat(identity.design()).isEqualTo(FakeBoard.DESIGN);
    List<byte[]> requests = requests();
    int[] answers = new int[COUNT];
    long[] sent = {0};
    link.infer(
        identity,
        requests,
        (request, result, attempts) -> {
          for (int i = 0; i < result.length; i++) {
            assertThat(result[i]).isEqualTo((byte) ~requests.get(request)[i]);
          }
          answers[request]++;
          sent[0] += attempts;
        });
    assertThat(answers).containsOnly(1);
    assertThat(link.retries()).isEqualTo(sent[0] - COUNT);
    assertThat(link.retries() > 0).isEqualTo(loss > 0);
    assertThat(link.broken() > 0).isEqualTo(loss > 0);
    assertThat(link.coreError()).isFalse();
    assertThat(board.longestWindow).isEqualTo(identity.window());
  }

  @Test
  void aSilentBoardIsTold() {
    BoardLink link = new BoardLink(new FakeBoard(1, 1), PATIENCE);
    assertThatThrownBy(link::identify)
        .isInstanceOf(ToolException.class)
        .hasMessageStartingWith("no answer from fake; is the bitstream loaded");
  }

  @Test
  void aBoardThatFallsSilentIsTold() {
    BoardIdentity identity = new BoardLink(new FakeBoard(0, 1), PATIENCE).identify();
    BoardLink link = new BoardLink(new FakeBoard(1, 1), PATIENCE);
    assertThatThrownBy(() -> link.infer(identity, requests(), (row, result, attempts) -> {}))
        .isInstanceOf(ToolException.class)
        .hasMessageStartingWith("no answer from fake");
    assertThat(link.timeouts()).isEqualTo(10);
  }

  @Test
  void aBoardOfAnotherVersionIsRefused() {
    BoardLink link = new BoardLink(new FakeBoard(0, 2), PATIENCE);
    assertThatThrownBy(link::identify)
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("fake: found a board of version 2 of the protocol; expected version 1");
  }
}
