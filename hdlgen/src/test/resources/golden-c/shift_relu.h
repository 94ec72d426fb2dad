// Design shift_relu

#ifndef SHIFT_RELU_H
#define SHIFT_RELU_H

#include <stdint.h>

#define SHIFT_RELU_FEATURES 2
#define SHIFT_RELU_SCORES 1
#define SHIFT_RELU_CLASSES 2

// What the network takes, in this order: codes in a range; bipolar ones -1 or 1.
static const char *const shift_relu_feature_names[2] = {
  "left", "right"
};
static const int32_t shift_relu_code_min[2] = {
  -15, -16
};
static const int32_t shift_relu_code_max[2] = {
  15, 15
};

static const char *const shift_relu_class_names[2] = {
  "left", "right"
};

// Layer 0: inputs 2, neurons 2, sums [-113, 101], values [0, 7].
static const int8_t shift_relu_layer0_weights[2][2] = {
  {2, -1},
  {-3, 4},
};
static const int8_t shift_relu_layer0_biases[2] = {
  3, -4
};

static inline void shift_relu_layer0(const int32_t *x, int8_t *y) {
  for (int n = 0; n < 2; n++) {
    int16_t sum = shift_relu_layer0_biases[n];
    for (int i = 0; i < 2; i++) {
      sum = (int16_t)(sum + shift_relu_layer0_weights[n][i] * x[i]);
    }
    sum = (int16_t)(sum < 0 ? 0 : sum >> 2);
    y[n] = (int8_t)(sum > 7 ? 7 : sum);
  }
}

// Layer 1: inputs 2, neurons 1, sums [-20, 15], values [-20, 15].
static const int8_t shift_relu_layer1_weights[1][2] = {
  {2, -3},
};
static const int8_t shift_relu_layer1_biases[1] = {
  1
};

static inline void shift_relu_layer1(const int8_t *x, int8_t *y) {
  for (int n = 0; n < 1; n++) {
    int16_t sum = shift_relu_layer1_biases[n];
    for (int i = 0; i < 2; i++) {
      sum = (int16_t)(sum + shift_relu_layer1_weights[n][i] * x[i]);
    }
    y[n] = (int8_t)sum;
  }
}

static const int8_t shift_relu_multipliers[1] = {
  3
};
static const int8_t shift_relu_offsets[1] = {
  -2
};

// The scores of one inference: codes[SHIFT_RELU_FEATURES], scores[SHIFT_RELU_SCORES].
static inline void shift_relu_scores(const int32_t *codes, int64_t *scores) {
  int8_t v0[2];
  int8_t v1[1];
  shift_relu_layer0(codes, v0);
  shift_relu_layer1(v0, v1);
  for (int k = 0; k < SHIFT_RELU_SCORES; k++) {
    scores[k] = (int64_t)shift_relu_multipliers[k] * v1[k] + shift_relu_offsets[k];
  }
}

// The class: 1 from a threshold on, else 0.
static inline int shift_relu_class(const int64_t *scores) {
  return scores[0] >= 4 ? 1 : 0;
}

// The class and the scores of one inference.
static inline int shift_relu_classify(const int32_t *codes, int64_t *scores) {
  shift_relu_scores(codes, scores);
  return shift_relu_class(scores);
}

#ifdef SHIFT_RELU_WITH_ENCODE
// Double precision in every step: without -ffast-math, and on x86 of 32 bits with -mfpmath=sse.
#include <float.h>
#include <math.h>
#include <stdbool.h>
#if DBL_MANT_DIG != 53 || (defined(FLT_EVAL_METHOD) && FLT_EVAL_METHOD == 2)
#error "codes need IEEE 754 double precision"
#endif

static const double shift_relu_input_scales[2] = {
  0x1.0p0, 0x1.0p0
};
static const double shift_relu_input_offsets[2] = {
  0x0.0p0, 0x0.0p0
};
// 0 half_even, 1 floor, 2 ceil, 3 up, 4 down, 5 half_up, 6 half_down, 7 bipolar.
static const int8_t shift_relu_input_roundings[2] = {
  0, 0
};

static inline double shift_relu_round(double y, int rounding) {
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

// The codes of x[SHIFT_RELU_FEATURES]. Infinities saturate. A value that is not a number has no
// code: it gets the lowest, and the result is false.
static inline bool shift_relu_encode(const double *x, int32_t *codes) {
  bool numbers = true;
  for (int i = 0; i < SHIFT_RELU_FEATURES; i++) {
    double y = (x[i] - shift_relu_input_offsets[i]) / shift_relu_input_scales[i];
    int rounding = shift_relu_input_roundings[i];
    double code = rounding == 7 ? (y >= 0.0 ? 1.0 : -1.0) : shift_relu_round(y, rounding);
    if (x[i] != x[i]) {
      numbers = false;
      codes[i] = shift_relu_code_min[i];
    } else if (code <= (double)shift_relu_code_min[i]) {
      codes[i] = shift_relu_code_min[i];
    } else if (code >= (double)shift_relu_code_max[i]) {
      codes[i] = shift_relu_code_max[i];
    } else {
      codes[i] = (int32_t)code;
    }
  }
  return numbers;
}
#endif

#endif
