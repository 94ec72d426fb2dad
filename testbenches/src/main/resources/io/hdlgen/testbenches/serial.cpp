// A board on a pseudo-terminal: drives the pins of a board's top, and carries bytes between its
// serial line and the terminal, with noise if asked for. Knows nothing of what the bytes mean.
//
// board.h, beside this file, has HDLGEN_CYCLES_PER_BIT.
//
// The pins are clk_i, uart_rx_i and uart_tx_o. Standard output: the name of the terminal in a line
// of its own at the start; at the end, which is the end of standard input, a line with the cycles
// simulated and what noise there was.
//
// Arguments: SEED FLIP DROP INSERT GLITCH SKEW
//   SEED    of the noise, and of what registers hold at first
//   FLIP    share of the bytes, either way, of which one bit of ten on the line is turned
//   DROP    share of the bytes that are lost
//   INSERT  share of the bytes before which a byte of chance comes
//   GLITCH  share of the bytes with a pulse of up to a third of a bit somewhere
//   SKEW    by how much a bit of ours is longer than the board's, as a fraction

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <fcntl.h>
#include <poll.h>
#include <random>
#include <termios.h>
#include <unistd.h>

#include "Vmodel.h"
#include "board.h"
#include "verilated.h"

namespace {

constexpr int kBits = 10;

struct Noise {
  std::mt19937_64 random;
  double flip, drop, insert, glitch;
  uint64_t flipped = 0, dropped = 0, inserted = 0, glitches = 0;

  bool chance(double share) {
    return share > 0 && std::uniform_real_distribution<double>(0, 1)(random) < share;
  }
  int below(int bound) { return static_cast<int>(random() % static_cast<uint64_t>(bound)); }

  // Of the ten bits of a byte on the line, those that are turned.
  int turned() {
    if (!chance(flip)) return 0;
    ++flipped;
    return 1 << below(kBits);
  }
  bool loses() {
    const bool lost = chance(drop);
    dropped += lost;
    return lost;
  }
  bool inserts() {
    const bool more = chance(insert);
    inserted += more;
    return more;
  }
  bool pulses() {
    const bool pulse = chance(glitch);
    glitches += pulse;
    return pulse;
  }
};

// Bytes to levels.
class Sender {
 public:
  Sender(Noise& noise, double bit) : noise_(noise), bit_(bit) {}

  bool idle() const { return queue_.empty() && !busy_; }
  bool wants() const { return queue_.size() < 64; }
  void push(uint8_t byte) { queue_.push_back(byte); }

  int level() {
    while (!busy_ && !queue_.empty()) begin();
    if (!busy_) return 1;
    const int now = static_cast<int>(cycle_);
    int level = bits_ >> static_cast<int>(cycle_ / bit_) & 1;
    if (now >= glitchAt_ && now < glitchEnd_) level ^= 1;
    cycle_ += 1;
    busy_ = cycle_ < kBits * bit_;
    return level;
  }

 private:
  void begin() {
    uint8_t byte = queue_.front();
    if (noise_.loses()) {
      queue_.pop_front();
      return;
    }
    if (noise_.inserts()) {
      byte = static_cast<uint8_t>(noise_.below(256));
    } else {
      queue_.pop_front();
    }
    bits_ = (0x200 | byte << 1) ^ noise_.turned();
    glitchAt_ = glitchEnd_ = 0;
    if (noise_.pulses()) {
      glitchAt_ = noise_.below(static_cast<int>(kBits * bit_));
      glitchEnd_ = glitchAt_ + 1 + noise_.below(static_cast<int>(bit_ / 3));
    }
    cycle_ = 0;
    busy_ = true;
  }

  Noise& noise_;
  const double bit_;
  std::deque<uint8_t> queue_;
  bool busy_ = false;
  int bits_ = 0, glitchAt_ = 0, glitchEnd_ = 0;
  double cycle_ = 0;
};

// Levels to bytes.
class Receiver {
 public:
  Receiver(Noise& noise, double bit) : noise_(noise), bit_(bit) {}

  bool idle() const { return !busy_; }

  // Looks at a cycle's level; gives the bytes that it completes.
  template <typename Take>
  void level(int level, Take take) {
    if (glitch_ > 0) {
      --glitch_;
      level ^= 1;
    }
    if (!busy_) {
      if (before_ && !level) {
        busy_ = true;
        at_ = 0;
        value_ = 0;
        cycle_ = 0;
        next_ = bit_ / 2;
        turned_ = noise_.turned();
        if (noise_.pulses()) glitch_ = 1 + noise_.below(static_cast<int>(bit_ / 3));
      }
      before_ = level;
      return;
    }
    before_ = level;
    cycle_ += 1;
    if (cycle_ < next_) return;
    next_ += bit_;
    const int bit = level ^ (turned_ >> at_ & 1);
    if (at_ == 0 && bit) {
      busy_ = false;
    } else if (at_ == kBits - 1) {
      busy_ = false;
      if (bit && !noise_.loses()) {
        if (noise_.inserts()) take(static_cast<uint8_t>(noise_.below(256)));
        take(static_cast<uint8_t>(value_));
      }
    } else if (at_ > 0) {
      value_ |= bit << (at_ - 1);
    }
    ++at_;
  }

 private:
  Noise& noise_;
  const double bit_;
  bool busy_ = false;
  int before_ = 1, at_ = 0, value_ = 0, turned_ = 0, glitch_ = 0;
  double cycle_ = 0, next_ = 0;
};

// The master of a pseudo-terminal whose slave stays open, so that programs may come and go.
int openTerminal() {
  const int master = ::posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK);
  if (master < 0 || ::grantpt(master) != 0 || ::unlockpt(master) != 0) return -1;
  const char* name = ::ptsname(master);
  if (name == nullptr) return -1;
  const int slave = ::open(name, O_RDWR | O_NOCTTY);
  if (slave < 0) return -1;
  termios raw;
  if (::tcgetattr(slave, &raw) != 0) return -1;
  ::cfmakeraw(&raw);
  if (::tcsetattr(slave, TCSANOW, &raw) != 0) return -1;
  std::printf("%s\n", name);
  std::fflush(stdout);
  return master;
}

double share(int argc, char** argv, int place) {
  return argc > place ? std::atof(argv[place]) : 0;
}

}  // namespace

int main(int argc, char** argv) {
  constexpr uint64_t kCyclesBetweenLooks = 512;
  constexpr uint64_t kQuietCycles = 200000;
  // What is on the line while the board comes out of reset is lost; nobody is so quick on a desk.
  constexpr uint64_t kBootCycles = 4096;
  const int seed = argc > 1 ? std::atoi(argv[1]) : 0;
  Noise noise{std::mt19937_64(static_cast<uint64_t>(seed)), share(argc, argv, 2),
              share(argc, argv, 3), share(argc, argv, 4), share(argc, argv, 5)};
  const double bit = HDLGEN_CYCLES_PER_BIT * (1 + share(argc, argv, 6));
  VerilatedContext context;
  context.randReset(seed == 0 ? 0 : 2);
  context.randSeed(seed);
  Vmodel model{&context, "TOP"};
  const int master = openTerminal();
  if (master < 0) {
    std::perror("pseudo-terminal");
    return 3;
  }

  Sender sender{noise, bit};
  Receiver receiver{noise, bit};
  uint64_t cycle = 0;
  uint64_t quiet = 0;
  for (;;) {
    if (cycle % kCyclesBetweenLooks == 0) {
      pollfd ends[] = {{STDIN_FILENO, POLLIN, 0}, {master, POLLIN, 0}};
      const bool sleeps = quiet > kQuietCycles;
      ::poll(ends, 2, sleeps ? 1000 : 0);
      char ignored[64];
      if (ends[0].revents != 0 && ::read(STDIN_FILENO, ignored, sizeof ignored) <= 0) break;
      uint8_t bytes[64];
      if (cycle >= kBootCycles && (ends[1].revents & POLLIN) != 0 && sender.wants()) {
        const ssize_t got = ::read(master, bytes, sizeof bytes);
        for (ssize_t i = 0; i < got; ++i) sender.push(bytes[i]);
      }
    }
    model.clk_i = 0;
    model.uart_rx_i = static_cast<uint8_t>(sender.level());
    model.eval();
    receiver.level(model.uart_tx_o, [master](uint8_t byte) {
      // A terminal that nobody reads fills up, as a line without listener loses bytes.
      if (::write(master, &byte, 1) < 0 && errno != EAGAIN) std::_Exit(3);
    });
    model.clk_i = 1;
    model.eval();
    quiet = sender.idle() && receiver.idle() ? quiet + 1 : 0;
    ++cycle;
  }
  model.final();
  std::printf("cycles %llu flipped %llu dropped %llu inserted %llu glitches %llu\n",
              static_cast<unsigned long long>(cycle),
              static_cast<unsigned long long>(noise.flipped),
              static_cast<unsigned long long>(noise.dropped),
              static_cast<unsigned long long>(noise.inserted),
              static_cast<unsigned long long>(noise.glitches));
  return 0;
}
