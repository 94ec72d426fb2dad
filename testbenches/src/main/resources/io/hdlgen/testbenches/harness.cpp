// Drives a design through its ports, cycle by cycle. Knows nothing of what it computes.
//
// ports.h, beside this file, lists the ports:
//   HDLGEN_INPUTS(X), HDLGEN_OUTPUTS(X)   X(member, width) for each port, in order
//   HDLGEN_CLOCK                          the member of the clock; not defined without one
//
// Standard input: one record a cycle, each input in ceil(width / 8) bytes, lowest byte first.
// Standard output: one record a cycle, likewise of the outputs, settled, before the rising edge.
//
// Arguments: SEED [VCD]
//   SEED  0: registers start at 0; else they start at random contents of this seed
//   VCD   (builds with --trace) file for the values of each cycle before the rising edge; "-" for
//         standard output, which then has no records

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <type_traits>
#include <unistd.h>
#include <vector>

#include "Vmodel.h"
#include "ports.h"
#include "verilated.h"
#if VM_TRACE
#include "verilated_vcd_c.h"
#endif

static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "records are copied as they lie");

namespace {

constexpr size_t bytes(size_t width) { return (width + 7) / 8; }

#define HDLGEN_SIZE(member, width) +bytes(width)
constexpr size_t kInputSize = 0 HDLGEN_INPUTS(HDLGEN_SIZE);
constexpr size_t kOutputSize = 0 HDLGEN_OUTPUTS(HDLGEN_SIZE);

template <typename T>
void load(T& port, const uint8_t*& from, size_t width) {
  static_assert(std::is_trivially_copyable<T>::value, "a port is plain words");
  std::memset(static_cast<void*>(&port), 0, sizeof(T));
  std::memcpy(static_cast<void*>(&port), from, bytes(width));
  from += bytes(width);
}

template <typename T>
void store(const T& port, uint8_t*& to, size_t width) {
  std::memcpy(to, static_cast<const void*>(&port), bytes(width));
  to += bytes(width);
}

void writeAll(const void* data, size_t size) {
  const char* from = static_cast<const char*>(data);
  while (size > 0) {
    const ssize_t written = ::write(STDOUT_FILENO, from, size);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) std::_Exit(3);
    from += written;
    size -= static_cast<size_t>(written);
  }
}

#if VM_TRACE
class StandardOutput final : public VerilatedVcdFile {
 public:
  bool open(const std::string&) override { return true; }
  void close() override {}
  ssize_t write(const char* data, ssize_t size) override {
    writeAll(data, static_cast<size_t>(size));
    return size;
  }
};
#endif

}  // namespace

int main(int argc, char** argv) {
  const int seed = argc > 1 ? std::atoi(argv[1]) : 0;
  VerilatedContext context;
  context.randReset(seed == 0 ? 0 : 2);
  context.randSeed(seed);
#if VM_TRACE
  context.traceEverOn(true);
#endif
  Vmodel model{&context, "TOP"};

  bool records = true;
#if VM_TRACE
  StandardOutput standardOutput;
  const bool toOutput = argc > 2 && std::strcmp(argv[2], "-") == 0;
  VerilatedVcdC trace{toOutput ? &standardOutput : nullptr};
  if (argc > 2) {
    model.trace(&trace, 99);
    trace.open(argv[2]);
    records = !toOutput;
  }
#endif

  constexpr size_t kBatch = 1 << 16;
  std::vector<uint8_t> input(kBatch + kInputSize);
  std::vector<uint8_t> output;
  size_t filled = 0;
  uint64_t cycle = 0;
  for (;;) {
    const ssize_t got = ::read(STDIN_FILENO, input.data() + filled, kBatch);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return 3;
    if (got == 0) break;
    filled += static_cast<size_t>(got);
    const size_t count = filled / kInputSize;
    output.resize(count * kOutputSize);
    const uint8_t* from = input.data();
    uint8_t* to = output.data();
    for (size_t i = 0; i < count; ++i) {
#define HDLGEN_LOAD(member, width) load(model.member, from, width);
#define HDLGEN_STORE(member, width) store(model.member, to, width);
      HDLGEN_INPUTS(HDLGEN_LOAD)
#ifdef HDLGEN_CLOCK
      model.HDLGEN_CLOCK = 0;
#endif
      model.eval();
#if VM_TRACE
      if (trace.isOpen()) trace.dump(cycle);
#endif
      HDLGEN_OUTPUTS(HDLGEN_STORE)
#ifdef HDLGEN_CLOCK
      model.HDLGEN_CLOCK = 1;
      model.eval();
#endif
      ++cycle;
    }
    if (records) writeAll(output.data(), output.size());
    filled -= count * kInputSize;
    std::memmove(input.data(), from, filled);
  }
#if VM_TRACE
  if (trace.isOpen()) trace.close();
#endif
  model.final();
  return filled == 0 ? 0 : 4;
}
