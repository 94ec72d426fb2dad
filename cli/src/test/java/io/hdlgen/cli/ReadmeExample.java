package io.hdlgen.cli;

import io.hdlgen.flow.EmitRequest;
import io.hdlgen.flow.EmitResult;
import io.hdlgen.flow.Hdlgen;
import io.hdlgen.flow.progress.Progress;
import java.nio.file.Path;

final class ReadmeExample {
  private ReadmeExample() {}

  static boolean emit(Path folder) {
    EmitRequest request = EmitRequest.example(2).withOutput(folder);
    EmitResult result = Hdlgen.emit(request, Progress.NONE);
    System.out.println(result.signature().latencyCycles() + " cycles");
    return result.passed();
  }
}
