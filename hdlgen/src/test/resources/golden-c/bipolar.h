// Design bipolar

#ifndef BIPOLAR_H
#define BIPOLAR_H

#include <stdint.h>

#define BIPOLAR_FEATURES 2
#define BIPOLAR_SCORES 2
#define BIPOLAR_CLASSES 2

// What the network takes, in this order: codes in a range; bipolar ones -1 or 1.
static const char *const bipolar_feature_names[2] = {
  "door", "brake"
};
static const int32_t bipolar_code_min[2] = {
  -1, -1
};
static const int32_t bipolar_code_max[2] = {
  1, 1
};

static const char *const bipolar_class_names[2] = {
  "normal", "attack"
};

// Layer 0: inputs 2, neurons 3, sums [-5, 3], values [-1, 1].
static const int8_t bipolar_layer0_weights[3][2] = {
  {1, 1},
  {1, -1},
  {-1, -1},
};
static const int8_t bipolar_layer0_biases[3] = {
  1, -3, 0
};
static const int8_t bipolar_layer0_thresholds[3][1] = {
  {0},
  {0},
  {-1},
};

static inline void bipolar_layer0(const int32_t *x, int8_t *y) {
  for (int n = 0; n < 3; n++) {
    int16_t sum = bipolar_layer0_biases[n];
    for (int i = 0; i < 2; i++) {
      sum = (int16_t)(sum + bipolar_layer0_weights[n][i] * x[i]);
    }
    int low = 0;
    int high = 1;
    while (low < high) {
      int middle = (low + high) / 2;
      if (bipolar_layer0_thresholds[n][middle] <= sum) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    y[n] = (int8_t)(-1 + 2 * low);
  }
}

// Layer 1: inputs 3, neurons 2, sums [-3, 2], values [-3, 2].
static const int8_t bipolar_layer1_weights[2][3] = {
  {1, 1, -1},
  {-1, 1, 1},
};
static const int8_t bipolar_layer1_biases[2] = {
  0, 1
};

static inline void bipolar_layer1(const int8_t *x, int8_t *y) {
  for (int n = 0; n < 2; n++) {
    int16_t sum = bipolar_layer1_biases[n];
    for (int i = 0; i < 3; i++) {
      sum = (int16_t)(sum + bipolar_layer1_weights[n][i] * x[i]);
    }
    y[n] = (int8_t)sum;
  }
}

// The scores of one inference: codes[BIPOLAR_FEATURES], scores[BIPOLAR_SCORES].
static inline void bipolar_scores(const int32_t *codes, int64_t *scores) {
  int8_t v0[3];
  int8_t v1[2];
  bipolar_layer0(codes, v0);
  bipolar_layer1(v0, v1);
  for (int k = 0; k < BIPOLAR_SCORES; k++) {
    scores[k] = v1[k];
  }
}

// The class: the greatest score, the first of several that are equally great.
static inline int bipolar_class(const int64_t *scores) {
  int best = 0;
  for (int k = 1; k < BIPOLAR_SCORES; k++) {
    if (scores[k] > scores[best]) {
      best = k;
    }
  }
  return best;
}

// The class and the scores of one inference.
static inline int bipolar_classify(const int32_t *codes, int64_t *scores) {
  bipolar_scores(codes, scores);
  return bipolar_class(scores);
}

#ifdef BIPOLAR_WITH_ENCODE
// Double precision in every step: without -ffast-math, and on x86 of 32 bits with -mfpmath=sse.
#include <float.h>
#include <math.h>
#include <stdbool.h>
#if DBL_MANT_DIG != 53 || (defined(FLT_EVAL_METHOD) && FLT_EVAL_METHOD == 2)
#error "codes need IEEE 754 double precision"
#endif

static const double bipolar_input_scales[2] = {
  0x1.0p0, 0x1.0p0
};
static const double bipolar_input_offsets[2] = {
  0x0.0p0, 0x0.0p0
};
// 0 half_even, 1 floor, 2 ceil, 3 up, 4 down, 5 half_up, 6 half_down, 7 bipolar.
static const int8_t bipolar_input_roundings[2] = {
  7, 7
};

static inline double bipolar_round(double y, int rounding) {
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

// The codes of x[BIPOLAR_FEATURES]. Infinities saturate. A value that is not a number has no
// code: it gets the lowest, and the result is false.
static inline bool bipolar_encode(const double *x, int32_t *codes) {
  bool numbers = true;
  for (int i = 0; i < BIPOLAR_FEATURES; i++) {
    double y = (x[i] - bipolar_input_offsets[i]) / bipolar_input_scales[i];
    int rounding = bipolar_input_roundings[i];
    double code = rounding == 7 ? (y >= 0.0 ? 1.0 : -1.0) : bipolar_round(y, rounding);
    if (x[i] != x[i]) {
      numbers = false;
      codes[i] = bipolar_code_min[i];
    } else if (code <= (double)bipolar_code_min[i]) {
      codes[i] = bipolar_code_min[i];
    } else if (code >= (double)bipolar_code_max[i]) {
      codes[i] = bipolar_code_max[i];
    } else {
      codes[i] = (int32_t)code;
    }
  }
  return numbers;
}
#endif

#endif
