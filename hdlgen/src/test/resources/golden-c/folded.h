// Design folded

#ifndef FOLDED_H
#define FOLDED_H

#include <stdint.h>

#define FOLDED_FEATURES 4
#define FOLDED_SCORES 3
#define FOLDED_CLASSES 3

// What the network takes, in this order: codes in a range; bipolar ones -1 or 1.
static const char *const folded_feature_names[4] = {
  "speed", "rpm", "unused", "gear"
};
static const int32_t folded_code_min[4] = {
  0, 0, 0, -2
};
static const int32_t folded_code_max[4] = {
  15, 15, 7, 1
};

static const char *const folded_class_names[3] = {
  "idle", "city", "motor way"
};

// Layer 0: inputs 4, neurons 3, sums [-17, 30], values [0, 3].
static const int8_t folded_layer0_weights[3][4] = {
  {1, 1, 0, 0},
  {1, -1, 0, 1},
  {-1, 0, 0, -1},
};
static const int8_t folded_layer0_biases[3] = {
  0, 2, -1
};
static const int8_t folded_layer0_thresholds[3][3] = {
  {4, 9, 14},
  {-5, 0, 5},
  {-1, 2, 2},
};

static inline void folded_layer0(const int32_t *x, int8_t *y) {
  for (int n = 0; n < 3; n++) {
    int16_t sum = folded_layer0_biases[n];
    for (int i = 0; i < 4; i++) {
      sum = (int16_t)(sum + folded_layer0_weights[n][i] * x[i]);
    }
    int low = 0;
    int high = 3;
    while (low < high) {
      int middle = (low + high) / 2;
      if (folded_layer0_thresholds[n][middle] <= sum) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    y[n] = (int8_t)low;
  }
}

// Layer 1: inputs 3, neurons 3, sums [-3, 5], values [-3, 5].
static const int8_t folded_layer1_weights[3][3] = {
  {1, -1, 0},
  {0, 1, 1},
  {1, 1, 1},
};
static const int8_t folded_layer1_biases[3] = {
  0, 0, -2
};

static inline void folded_layer1(const int8_t *x, int8_t *y) {
  for (int n = 0; n < 3; n++) {
    int16_t sum = folded_layer1_biases[n];
    for (int i = 0; i < 3; i++) {
      sum = (int16_t)(sum + folded_layer1_weights[n][i] * x[i]);
    }
    y[n] = (int8_t)sum;
  }
}

// The scores of one inference: codes[FOLDED_FEATURES], scores[FOLDED_SCORES].
static inline void folded_scores(const int32_t *codes, int64_t *scores) {
  int8_t v0[3];
  int8_t v1[3];
  folded_layer0(codes, v0);
  folded_layer1(v0, v1);
  for (int k = 0; k < FOLDED_SCORES; k++) {
    scores[k] = v1[k];
  }
}

// The class: the greatest score, the first of several that are equally great.
static inline int folded_class(const int64_t *scores) {
  int best = 0;
  for (int k = 1; k < FOLDED_SCORES; k++) {
    if (scores[k] > scores[best]) {
      best = k;
    }
  }
  return best;
}

// The class and the scores of one inference.
static inline int folded_classify(const int32_t *codes, int64_t *scores) {
  folded_scores(codes, scores);
  return folded_class(scores);
}

#ifdef FOLDED_WITH_ENCODE
// Double precision in every step: without -ffast-math, and on x86 of 32 bits with -mfpmath=sse.
#include <float.h>
#include <math.h>
#include <stdbool.h>
#if DBL_MANT_DIG != 53 || (defined(FLT_EVAL_METHOD) && FLT_EVAL_METHOD == 2)
#error "codes need IEEE 754 double precision"
#endif

static const double folded_input_scales[4] = {
  0x1.0p0, 0x1.0p0, 0x1.0p0, 0x1.0p0
};
static const double folded_input_offsets[4] = {
  0x0.0p0, 0x0.0p0, 0x0.0p0, 0x0.0p0
};
// 0 half_even, 1 floor, 2 ceil, 3 up, 4 down, 5 half_up, 6 half_down, 7 bipolar.
static const int8_t folded_input_roundings[4] = {
  0, 0, 0, 0
};

static inline double folded_round(double y, int rounding) {
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

// The codes of x[FOLDED_FEATURES]. Infinities saturate. A value that is not a number has no
// code: it gets the lowest, and the result is false.
static inline bool folded_encode(const double *x, int32_t *codes) {
  bool numbers = true;
  for (int i = 0; i < FOLDED_FEATURES; i++) {
    double y = (x[i] - folded_input_offsets[i]) / folded_input_scales[i];
    int rounding = folded_input_roundings[i];
    double code = rounding == 7 ? (y >= 0.0 ? 1.0 : -1.0) : folded_round(y, rounding);
    if (x[i] != x[i]) {
      numbers = false;
      codes[i] = folded_code_min[i];
    } else if (code <= (double)folded_code_min[i]) {
      codes[i] = folded_code_min[i];
    } else if (code >= (double)folded_code_max[i]) {
      codes[i] = folded_code_max[i];
    } else {
      codes[i] = (int32_t)code;
    }
  }
  return numbers;
}
#endif

#endif
