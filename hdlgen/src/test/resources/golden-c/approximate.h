// Design approximate

#ifndef APPROXIMATE_H
#define APPROXIMATE_H

#include <stdint.h>

#define APPROXIMATE_FEATURES 3
#define APPROXIMATE_SCORES 3
#define APPROXIMATE_CLASSES 3

// What the network takes, in this order: codes in a range; bipolar ones -1 or 1.
static const char *const approximate_feature_names[3] = {
  "x0", "x1", "x2"
};
static const int32_t approximate_code_min[3] = {
  0, 0, -4
};
static const int32_t approximate_code_max[3] = {
  15, 15, 3
};

static const char *const approximate_class_names[3] = {
  "a", "b", "c"
};

// Layer 0: inputs 3, neurons 2, sums [-54, 108], values [0, 7].
static const int8_t approximate_layer0_weights[2][3] = {
  {4, -2, 1},
  {-3, 8, 2},
};
// What is kept of each product.
static const int8_t approximate_layer0_masks[2][3] = {
  {-8, -4, -1},
  {-2, 104, -2},
};
// One less where a neuron subtracts: that is what the one's complement makes.
static const int8_t approximate_layer0_biases[2] = {
  2, -2
};

static inline void approximate_layer0(const int32_t *x, int8_t *y) {
  for (int n = 0; n < 2; n++) {
    int64_t sum = approximate_layer0_biases[n];
    for (int i = 0; i < 3; i++) {
      int64_t weight = approximate_layer0_weights[n][i];
      int64_t product = ((weight < 0 ? -weight : weight) * x[i]) & approximate_layer0_masks[n][i];
      sum += weight < 0 ? -product : product;
    }
    sum = sum < 0 ? 0 : sum >> 2;
    y[n] = (int8_t)(sum > 7 ? 7 : sum);
  }
}

// Layer 1: inputs 2, neurons 4, sums [-12, 28], values [0, 1].
static const int8_t approximate_layer1_weights[4][2] = {
  {2, 1},
  {1, -1},
  {-2, 4},
  {0, 1},
};
// What is kept of each product.
static const int8_t approximate_layer1_masks[4][2] = {
  {-1, -1},
  {-1, -2},
  {-4, -1},
  {0, 6},
};
static const int8_t approximate_layer1_biases[4] = {
  0, 0, 0, 0
};
static const int8_t approximate_layer1_thresholds[4][1] = {
  {9},
  {0},
  {2},
  {5},
};

static inline void approximate_layer1(const int8_t *x, int8_t *y) {
  for (int n = 0; n < 4; n++) {
    int64_t sum = approximate_layer1_biases[n];
    for (int i = 0; i < 2; i++) {
      int64_t weight = approximate_layer1_weights[n][i];
      int64_t product = ((weight < 0 ? -weight : weight) * x[i]) & approximate_layer1_masks[n][i];
      sum += weight < 0 ? -product : product;
    }
    int low = 0;
    int high = 1;
    while (low < high) {
      int middle = (low + high) / 2;
      if (approximate_layer1_thresholds[n][middle] <= sum) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    y[n] = (int8_t)low;
  }
}

// Layer 2: inputs 4, neurons 3, sums [0, 2], values [0, 2].
static const int8_t approximate_layer2_weights[3][4] = {
  {0, 0, 0, 0},
  {0, 0, 1, 0},
  {0, 0, 0, -1},
};
static const int8_t approximate_layer2_biases[3] = {
  0, 1, 2
};
// The group of each input, from 1 on; what a group counts for at most; its sign.
static const int8_t approximate_layer2_groups[3][4] = {
  {1, 2, 2, 1},
  {1, 1, 0, 0},
  {0, 0, 0, 0},
};
static const int8_t approximate_layer2_caps[3][2] = {
  {1, 1},
  {1, 0},
  {0, 0},
};
static const int8_t approximate_layer2_signs[3][2] = {
  {1, 1},
  {-1, 0},
  {0, 0},
};

static inline void approximate_layer2(const int8_t *x, int8_t *y) {
  for (int n = 0; n < 3; n++) {
    int64_t sum = approximate_layer2_biases[n];
    for (int i = 0; i < 4; i++) {
      sum = sum + (int64_t)approximate_layer2_weights[n][i] * x[i];
    }
    for (int g = 0; g < 2; g++) {
      int64_t part = 0;
      for (int i = 0; i < 4; i++) {
        if (approximate_layer2_groups[n][i] == g + 1) {
          part += x[i];
        }
      }
      sum += approximate_layer2_signs[n][g] * (part < approximate_layer2_caps[n][g] ? part : approximate_layer2_caps[n][g]);
    }
    y[n] = (int8_t)sum;
  }
}

// The scores of one inference: codes[APPROXIMATE_FEATURES], scores[APPROXIMATE_SCORES].
static inline void approximate_scores(const int32_t *codes, int64_t *scores) {
  int8_t v0[2];
  int8_t v1[4];
  int8_t v2[3];
  approximate_layer0(codes, v0);
  approximate_layer1(v0, v1);
  approximate_layer2(v1, v2);
  for (int k = 0; k < APPROXIMATE_SCORES; k++) {
    scores[k] = v2[k];
  }
}

// The class: the winner of comparators that look at chosen bits, the left one on a tie.
static inline int approximate_class(const int64_t *scores) {
  int player[5];
  for (int k = 0; k < APPROXIMATE_SCORES; k++) {
    player[k] = k;
  }
  player[3] = (scores[player[0]] & -2) >= (scores[player[2]] & -2) ? player[0] : player[2];
  player[4] = (scores[player[1]] & -1) >= (scores[player[3]] & -1) ? player[1] : player[3];
  return player[4];
}

// The class and the scores of one inference.
static inline int approximate_classify(const int32_t *codes, int64_t *scores) {
  approximate_scores(codes, scores);
  return approximate_class(scores);
}

#ifdef APPROXIMATE_WITH_ENCODE
// Double precision in every step: without -ffast-math, and on x86 of 32 bits with -mfpmath=sse.
#include <float.h>
#include <math.h>
#include <stdbool.h>
#if DBL_MANT_DIG != 53 || (defined(FLT_EVAL_METHOD) && FLT_EVAL_METHOD == 2)
#error "codes need IEEE 754 double precision"
#endif

static const double approximate_input_scales[3] = {
  0x1.0p0, 0x1.0p0, 0x1.0p0
};
static const double approximate_input_offsets[3] = {
  0x0.0p0, 0x0.0p0, 0x0.0p0
};
// 0 half_even, 1 floor, 2 ceil, 3 up, 4 down, 5 half_up, 6 half_down, 7 bipolar.
static const int8_t approximate_input_roundings[3] = {
  0, 0, 0
};

static inline double approximate_round(double y, int rounding) {
  double size = fabs(y);
  double whole = floor(size);
  double rest = size - whole;
  bool up = false;
  switch (rounding) {
    case 0: up = rest > 0.5 || (rest == 0.5 && fmod(whole, 2.0) != 0.0); break;
    case 1: up = rest > 0.0 && y < 0.0; break;
    case 2: up = rest > 0.0 && y > 0.0; break;
    case 3: up = rest > 0.0; break;
    case 5: up = rest >= 0.5; break;
    case 6: up = rest > 0.5; break;
    default: break;
  }
  whole = up ? whole + 1.0 : whole;
  return y < 0.0 ? -whole : whole;
}

// The codes of x[APPROXIMATE_FEATURES]. Infinities saturate. A value that is not a number has no
// code: it gets the lowest, and the result is false.
static inline bool approximate_encode(const double *x, int32_t *codes) {
  bool numbers = true;
  for (int i = 0; i < APPROXIMATE_FEATURES; i++) {
    double y = (x[i] - approximate_input_offsets[i]) / approximate_input_scales[i];
    int rounding = approximate_input_roundings[i];
    double code = rounding == 7 ? (y >= 0.0 ? 1.0 : -1.0) : approximate_round(y, rounding);
    if (x[i] != x[i]) {
      numbers = false;
      codes[i] = approximate_code_min[i];
    } else if (code <= (double)approximate_code_min[i]) {
      codes[i] = approximate_code_min[i];
    } else if (code >= (double)approximate_code_max[i]) {
      codes[i] = approximate_code_max[i];
    } else {
      codes[i] = (int32_t)code;
    }
  }
  return numbers;
}
#endif

#endif
