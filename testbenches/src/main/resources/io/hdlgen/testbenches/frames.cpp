// Brings frames to a detector as a receiver of the bus would, part by part, and tells what comes
// out. Knows nothing of what frames or verdicts mean.
//
// frames.h, beside this file, has HDLGEN_FEATURE_BITS, the width of features_o.
//
// Standard input: frames, one after the other, each a Frame below, lowest bytes first.
// Standard output: events, each a byte of kind, a byte of place, six bytes of nothing, eight of
// the cycle, and the features' bytes (at least eight) of value:
//   1  features_o in a cycle of features_valid_o
//   2  a beat of the stream
//   3  a cycle of alarm_o
//   4  after the last frame: a register, whose number is the place
//   5  after the last frame: likewise of the oldest alert, which is then dropped
//
// Arguments: SEED WAIT
//   SEED  0: registers start at 0; else they start at random contents of this seed
//   WAIT  cycles between reset and the first frame

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <unistd.h>
#include <vector>

#include "Vmodel.h"
#include "frames.h"
#include "verilated.h"

static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "frames are copied as they lie");

namespace {

struct Frame {
  uint32_t time;
  uint16_t baseId;
  uint8_t flags;    // 1: extended, 2: remote, 4: ends with an error, 8: data_end_i with the part before
  uint8_t length;   // as on the wire, 0 to 15
  uint8_t data[8];
  uint8_t parts;    // that arrive before the end: identifier, control, bytes, end of the data
  uint8_t spread;   // most cycles of chance between two parts
  uint8_t stall;    // of 256 cycles, those in which the stream is not read
  uint8_t unused;
  uint32_t seed;
  uint32_t idle;    // cycles after the end
  uint32_t bit;     // cycles of a bit that parts wait for; 0: parts arrive at once
};
static_assert(sizeof(Frame) == 32, "a frame is 32 bytes");

constexpr size_t kFeatureBytes = (HDLGEN_FEATURE_BITS + 7) / 8;
constexpr size_t kValueBytes = kFeatureBytes < 8 ? 8 : kFeatureBytes;
constexpr size_t kEventBytes = 16 + kValueBytes;
constexpr int kAlerts = 16;
constexpr int kFirstOfAlert = 6;
constexpr int kRegisters = 9;
constexpr int kSettle = 20000;

class Bench {
 public:
  explicit Bench(VerilatedContext* context) : model_{context, "TOP"} {
    model_.alert_pop_i = 0;
    model_.register_i = 0;
    model_.seq_i = 0;
    model_.time_us_i = 0;
    quiet();
  }

  void reset(int wait) {
    model_.rst_i = 1;
    cycles(2);
    model_.rst_i = 0;
    cycles(wait);
  }

  void frame(const Frame& frame) {
    random_ = frame.seed;
    stall_ = frame.stall;
    model_.seq_i = number_++ & 0xffff;
    model_.time_us_i = frame.time;
    model_.sof_i = 1;
    cycle();
    quiet();
    const bool remote = (frame.flags & 2) != 0;
    const int bytes = remote ? 0 : frame.length > 8 ? 8 : frame.length;
    for (int part = 0; part < frame.parts; ++part) {
      const bool byte = part >= 2 && part < 2 + bytes;
      const bool dataEnd = part == 2 + bytes;
      const bool together = (frame.flags & 8) != 0;
      if (dataEnd && together) continue;
      const uint32_t bits = part == 0 ? 11 : part == 1 ? 7 : byte ? 8 : 0;
      cycles(bits * frame.bit + chance(frame.spread) + (part == 1 ? 2 : 0));
      if (part == 0) {
        model_.id_valid_i = 1;
        model_.base_id_i = frame.baseId;
      } else if (part == 1) {
        model_.control_valid_i = 1;
        model_.extended_i = frame.flags & 1;
        model_.remote_i = remote;
        model_.length_i = frame.length;
      } else if (byte) {
        model_.byte_valid_i = 1;
        model_.byte_i = frame.data[part - 2];
        model_.byte_index_i = part - 2;
      }
      const bool next = part + 1 == 2 + bytes && part + 1 < frame.parts;
      if (dataEnd || (together && next)) model_.data_end_i = 1;
      cycle();
      quiet();
    }
    const bool error = (frame.flags & 4) != 0;
    // Without an identifier, an error is the sixth dominant bit, the start of the frame counted.
    const uint32_t bits = !error ? 24 : frame.parts == 0 ? 5 : 1;
    cycles(bits * frame.bit + chance(frame.spread));
    if (error) {
      model_.frame_error_i = 1;
    } else {
      model_.frame_ok_i = 1;
    }
    cycle();
    quiet();
    cycles(frame.idle);
  }

  void registers() {
    stall_ = 0;
    cycles(kSettle);
    for (int i = 0; i < kFirstOfAlert; ++i) show(4, i);
    for (int alert = 0; alert < kAlerts && model_.irq_o; ++alert) {
      for (int i = kFirstOfAlert; i < kRegisters; ++i) show(5, i);
      model_.alert_pop_i = 1;
      cycle();
      model_.alert_pop_i = 0;
      cycles(4);
    }
  }

  void flush() {
    const uint8_t* from = events_.data();
    size_t size = events_.size();
    while (size > 0) {
      const ssize_t written = ::write(STDOUT_FILENO, from, size);
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) std::_Exit(3);
      from += written;
      size -= static_cast<size_t>(written);
    }
    events_.clear();
  }

  void finish() { model_.final(); }

 private:
  uint32_t chance(uint32_t most) { return most == 0 ? 0 : next() % (most + 1); }

  uint32_t next() {
    random_ = random_ * 1664525u + 1013904223u;
    return random_ >> 16;
  }

  // Between its pulses, the receiver's other outputs are anything.
  void quiet() {
    model_.sof_i = 0;
    model_.id_valid_i = 0;
    model_.control_valid_i = 0;
    model_.byte_valid_i = 0;
    model_.data_end_i = 0;
    model_.frame_ok_i = 0;
    model_.frame_error_i = 0;
    const uint32_t any = next();
    model_.base_id_i = any & 0x7ff;
    model_.length_i = any & 15;
    model_.extended_i = any >> 4 & 1;
    model_.remote_i = any >> 5 & 1;
    model_.byte_i = any >> 6 & 255;
    model_.byte_index_i = any >> 13 & 7;
  }

  void cycles(uint32_t count) {
    for (uint32_t i = 0; i < count; ++i) cycle();
  }

  void cycle() {
    model_.m_axis_tready = stall_ == 0 || (next() & 255) >= stall_;
    model_.clk_i = 0;
    model_.eval();
    if (!model_.rst_i) listen();
    model_.clk_i = 1;
    model_.eval();
    ++cycle_;
  }

  void listen() {
    if (model_.features_valid_o) event(1, 0, &model_.features_o, kFeatureBytes);
    if (model_.m_axis_tvalid && model_.m_axis_tready) event(2, 0, &model_.m_axis_tdata, 5);
    if (model_.alarm_o) event(3, 0, nullptr, 0);
  }

  void show(uint8_t kind, uint8_t index) {
    model_.register_i = index;
    cycle();
    model_.clk_i = 0;
    model_.eval();
    event(kind, index, &model_.register_data_o, 4);
  }

  void event(uint8_t kind, uint8_t place, const void* value, size_t size) {
    const size_t at = events_.size();
    events_.resize(at + kEventBytes, 0);
    events_[at] = kind;
    events_[at + 1] = place;
    std::memcpy(&events_[at + 8], &cycle_, 8);
    if (size > 0) std::memcpy(&events_[at + 16], value, size);
  }

  Vmodel model_;
  std::vector<uint8_t> events_;
  uint64_t cycle_ = 0;
  uint32_t number_ = 0;
  uint32_t random_ = 1;
  uint32_t stall_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  const int seed = argc > 1 ? std::atoi(argv[1]) : 0;
  const int wait = argc > 2 ? std::atoi(argv[2]) : 0;
  VerilatedContext context;
  context.randReset(seed == 0 ? 0 : 2);
  context.randSeed(seed);
  Bench bench{&context};
  bench.reset(wait);
  std::vector<uint8_t> input(1 << 14);
  size_t filled = 0;
  for (;;) {
    const ssize_t got = ::read(STDIN_FILENO, input.data() + filled, input.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return 3;
    if (got == 0) break;
    filled += static_cast<size_t>(got);
    size_t used = 0;
    for (; used + sizeof(Frame) <= filled; used += sizeof(Frame)) {
      Frame frame;
      std::memcpy(&frame, &input[used], sizeof(Frame));
      bench.frame(frame);
    }
    filled -= used;
    std::memmove(input.data(), &input[used], filled);
    bench.flush();
  }
  bench.registers();
  bench.flush();
  bench.finish();
  return filled == 0 ? 0 : 4;
}
