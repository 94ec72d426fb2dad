// Design multi_digit

#ifndef MULTI_DIGIT_H
#define MULTI_DIGIT_H

#include <stdint.h>

#define MULTI_DIGIT_FEATURES 3
#define MULTI_DIGIT_SCORES 2
#define MULTI_DIGIT_CLASSES 0

// What the network takes, in this order: codes in a range; bipolar ones -1 or 1.
static const char *const multi_digit_feature_names[3] = {
  "x0", "x1", "x2"
};
static const int32_t multi_digit_code_min[3] = {
  0, -4, 0
};
static const int32_t multi_digit_code_max[3] = {
  7, 3, 3
};

// Layer 0: inputs 3, neurons 2, sums [-29, 75], values [-4, 5].
static const int8_t multi_digit_layer0_weights[2][3] = {
  {3, -5, 11},
  {7, 7, -1},
};
static const int8_t multi_digit_layer0_biases[2] = {
  1, 2
};
static const int8_t multi_digit_layer0_thresholds[2][9] = {
  {-14, -14, -10, -5, 0, 5, 10, 20, 30},
  {0, 9, 9, 18, 27, 36, 45, 54, 63},
};

static inline void multi_digit_layer0(const int32_t *x, int8_t *y) {
  for (int n = 0; n < 2; n++) {
    int16_t sum = multi_digit_layer0_biases[n];
    for (int i = 0; i < 3; i++) {
      sum = (int16_t)(sum + multi_digit_layer0_weights[n][i] * x[i]);
    }
    int low = 0;
    int high = 9;
    while (low < high) {
      int middle = (low + high) / 2;
      if (multi_digit_layer0_thresholds[n][middle] <= sum) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    y[n] = (int8_t)(-4 + low);
  }
}

// Layer 1: inputs 2, neurons 2, sums [-106, 172], values [-106, 172].
static const int8_t multi_digit_layer1_weights[2][2] = {
  {23, -13},
  {1, 6},
};
static const int8_t multi_digit_layer1_biases[2] = {
  5, 0
};

static inline void multi_digit_layer1(const int8_t *x, int16_t *y) {
  for (int n = 0; n < 2; n++) {
    int16_t sum = multi_digit_layer1_biases[n];
    for (int i = 0; i < 2; i++) {
      sum = (int16_t)(sum + multi_digit_layer1_weights[n][i] * x[i]);
    }
    y[n] = sum;
  }
}

static const int8_t multi_digit_multipliers[2] = {
  1, 3
};
static const int8_t multi_digit_offsets[2] = {
  0, -7
};

// The scores of one inference: codes[MULTI_DIGIT_FEATURES], scores[MULTI_DIGIT_SCORES].
static inline void multi_digit_scores(const int32_t *codes, int64_t *scores) {
  int8_t v0[2];
  int16_t v1[2];
  multi_digit_layer0(codes, v0);
  multi_digit_layer1(v0, v1);
  for (int k = 0; k < MULTI_DIGIT_SCORES; k++) {
    scores[k] = (int64_t)multi_digit_multipliers[k] * v1[k] + multi_digit_offsets[k];
  }
}

// This network gives no class.

#ifdef MULTI_DIGIT_WITH_ENCODE
// Double precision in every step: without -ffast-math, and on x86 of 32 bits with -mfpmath=sse.
#include <float.h>
#include <math.h>
#include <stdbool.h>
#if DBL_MANT_DIG != 53 || (defined(FLT_EVAL_METHOD) && FLT_EVAL_METHOD == 2)
#error "codes need IEEE 754 double precision"
#endif

static const double multi_digit_input_scales[3] = {
  0x1.0p0, 0x1.0p0, 0x1.0p0
};
static const double multi_digit_input_offsets[3] = {
  0x0.0p0, 0x0.0p0, 0x0.0p0
};
// 0 half_even, 1 floor, 2 ceil, 3 up, 4 down, 5 half_up, 6 half_down, 7 bipolar.
static const int8_t multi_digit_input_roundings[3] = {
  0, 0, 0
};

static inline double multi_digit_round(double y, int rounding) {
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

// The codes of x[MULTI_DIGIT_FEATURES]. Infinities saturate. A value that is not a number has no
// code: it gets the lowest, and the result is false.
static inline bool multi_digit_encode(const double *x, int32_t *codes) {
  bool numbers = true;
  for (int i = 0; i < MULTI_DIGIT_FEATURES; i++) {
    double y = (x[i] - multi_digit_input_offsets[i]) / multi_digit_input_scales[i];
    int rounding = multi_digit_input_roundings[i];
    double code = rounding == 7 ? (y >= 0.0 ? 1.0 : -1.0) : multi_digit_round(y, rounding);
    if (x[i] != x[i]) {
      numbers = false;
      codes[i] = multi_digit_code_min[i];
    } else if (code <= (double)multi_digit_code_min[i]) {
      codes[i] = multi_digit_code_min[i];
    } else if (code >= (double)multi_digit_code_max[i]) {
      codes[i] = multi_digit_code_max[i];
    } else {
      codes[i] = (int32_t)code;
    }
  }
  return numbers;
}
#endif

#endif
