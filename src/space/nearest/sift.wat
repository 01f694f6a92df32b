;; Looks through many points at once. Coordinates are whole numbers of two bytes along the first sixteen axes, of which a squared gap never
;; runs over, and numbers in single precision along the others. A query is one point: 32 bytes, then its other axes.
;; tools/make-sift.mjs turns this into sift-code.ts.
(module
  (import "space" "memory" (memory 1))

  ;; Which points of a box are near enough to a query. From `box` on stand the first sixteen axes of its points in `blocks` blocks of
  ;; sixteen points: of each block the first two axes point by point, then the next two. Behind the blocks stand the other axes, point by
  ;; point: `tail` bytes each, a multiple of 32 (eight axes). The places of the points whose squared gap is not above `limit` are written
  ;; from `out` on, each with its squared gap behind it; the 64 bytes before `out` are used up. Returns how many.
  (func (export "sift")
    (param $query i32) (param $box i32) (param $blocks i32) (param $tail i32) (param $limit f32) (param $out i32)
    (result i32)
    (local $at i32) (local $ask i32) (local $rows i32) (local $first i32) (local $mask i32) (local $point i32)
    (local $row i32) (local $rest i32) (local $write i32) (local $sum f32)
    (local $own v128) (local $gap v128) (local $most v128) (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $most (i32x4.splat (i32.trunc_sat_f32_s (local.get $limit))))
    (local.set $rows (i32.add (local.get $box) (i32.shl (local.get $blocks) (i32.const 9))))
    (local.set $write (local.get $out))
    (loop $next_block
      (block $far
        (local.set $a (v128.const i32x4 0 0 0 0))
        (local.set $b (local.get $a))
        (local.set $c (local.get $a))
        (local.set $d (local.get $a))
        (local.set $ask (local.get $query))
        (local.set $at (i32.add (local.get $box) (i32.shl (local.get $first) (i32.const 5))))
        ;; Four axes at a time, as long as one of the points may be near enough.
        (loop $next_four
          (local.set $own (v128.load32_splat offset=0 (local.get $ask)))
          (local.set $gap (i16x8.sub (local.get $own) (v128.load offset=0 (local.get $at))))
          (local.set $a (i32x4.add (local.get $a) (i32x4.dot_i16x8_s (local.get $gap) (local.get $gap))))
          (local.set $gap (i16x8.sub (local.get $own) (v128.load offset=16 (local.get $at))))
          (local.set $b (i32x4.add (local.get $b) (i32x4.dot_i16x8_s (local.get $gap) (local.get $gap))))
          (local.set $gap (i16x8.sub (local.get $own) (v128.load offset=32 (local.get $at))))
          (local.set $c (i32x4.add (local.get $c) (i32x4.dot_i16x8_s (local.get $gap) (local.get $gap))))
          (local.set $gap (i16x8.sub (local.get $own) (v128.load offset=48 (local.get $at))))
          (local.set $d (i32x4.add (local.get $d) (i32x4.dot_i16x8_s (local.get $gap) (local.get $gap))))
          (local.set $own (v128.load32_splat offset=4 (local.get $ask)))
          (local.set $gap (i16x8.sub (local.get $own) (v128.load offset=64 (local.get $at))))
          (local.set $a (i32x4.add (local.get $a) (i32x4.dot_i16x8_s (local.get $gap) (local.get $gap))))
          (local.set $gap (i16x8.sub (local.get $own) (v128.load offset=80 (local.get $at))))
          (local.set $b (i32x4.add (local.get $b) (i32x4.dot_i16x8_s (local.get $gap) (local.get $gap))))
          (local.set $gap (i16x8.sub (local.get $own) (v128.load offset=96 (local.get $at))))
          (local.set $c (i32x4.add (local.get $c) (i32x4.dot_i16x8_s (local.get $gap) (local.get $gap))))
          (local.set $gap (i16x8.sub (local.get $own) (v128.load offset=112 (local.get $at))))
          (local.set $d (i32x4.add (local.get $d) (i32x4.dot_i16x8_s (local.get $gap) (local.get $gap))))
          (br_if $far (i32.eqz
            (v128.any_true
              (v128.or
                (v128.or (i32x4.le_s (local.get $a) (local.get $most)) (i32x4.le_s (local.get $b) (local.get $most)))
                (v128.or (i32x4.le_s (local.get $c) (local.get $most)) (i32x4.le_s (local.get $d) (local.get $most)))))))
          (local.set $ask (i32.add (local.get $ask) (i32.const 8)))
          (local.set $at (i32.add (local.get $at) (i32.const 128)))
          (br_if $next_four (i32.lt_u (local.get $ask) (i32.add (local.get $query) (i32.const 32)))))
        (local.set $mask (i32.or
          (i32.or
            (i32x4.bitmask (i32x4.le_s (local.get $a) (local.get $most)))
            (i32.shl (i32x4.bitmask (i32x4.le_s (local.get $b) (local.get $most))) (i32.const 4)))
          (i32.or
            (i32.shl (i32x4.bitmask (i32x4.le_s (local.get $c) (local.get $most))) (i32.const 8))
            (i32.shl (i32x4.bitmask (i32x4.le_s (local.get $d) (local.get $most))) (i32.const 12)))))
        (v128.store (i32.sub (local.get $out) (i32.const 64)) (f32x4.convert_i32x4_s (local.get $a)))
        (v128.store (i32.sub (local.get $out) (i32.const 48)) (f32x4.convert_i32x4_s (local.get $b)))
        (v128.store (i32.sub (local.get $out) (i32.const 32)) (f32x4.convert_i32x4_s (local.get $c)))
        (v128.store (i32.sub (local.get $out) (i32.const 16)) (f32x4.convert_i32x4_s (local.get $d)))
        ;; One point after the other along the other axes, eight at a time.
        (loop $next_point
          (local.set $point (i32.ctz (local.get $mask)))
          (local.set $mask (i32.and (local.get $mask) (i32.sub (local.get $mask) (i32.const 1))))
          (local.set $sum (f32.load
            (i32.add (i32.sub (local.get $out) (i32.const 64)) (i32.shl (local.get $point) (i32.const 2)))))
          (local.set $point (i32.add (local.get $first) (local.get $point)))
          (local.set $row (i32.add (local.get $rows) (i32.mul (local.get $point) (local.get $tail))))
          (local.set $rest (i32.const 0))
          (block $too_far
            (block $whole
              (loop $next_axes
                (br_if $whole (i32.eq (local.get $rest) (local.get $tail)))
                (local.set $gap (f32x4.sub
                  (v128.load offset=32 (i32.add (local.get $query) (local.get $rest)))
                  (v128.load (i32.add (local.get $row) (local.get $rest)))))
                (local.set $own (f32x4.sub
                  (v128.load offset=48 (i32.add (local.get $query) (local.get $rest)))
                  (v128.load offset=16 (i32.add (local.get $row) (local.get $rest)))))
                (local.set $gap (f32x4.add
                  (f32x4.mul (local.get $gap) (local.get $gap)) (f32x4.mul (local.get $own) (local.get $own))))
                (local.set $gap (f32x4.add
                  (local.get $gap)
                  (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $gap) (local.get $gap))))
                (local.set $sum (f32.add (local.get $sum) (f32.add
                  (f32x4.extract_lane 0 (local.get $gap)) (f32x4.extract_lane 1 (local.get $gap)))))
                (br_if $too_far (i32.eqz (f32.le (local.get $sum) (local.get $limit))))
                (local.set $rest (i32.add (local.get $rest) (i32.const 32)))
                (br $next_axes)))
            (i32.store (local.get $write) (local.get $point))
            (f32.store offset=4 (local.get $write) (local.get $sum))
            (local.set $write (i32.add (local.get $write) (i32.const 8))))
          (br_if $next_point (local.get $mask)))
      )
      (local.set $first (i32.add (local.get $first) (i32.const 16)))
      (br_if $next_block (i32.lt_u (local.get $first) (i32.shl (local.get $blocks) (i32.const 4))))
    )
    (i32.shr_u (i32.sub (local.get $write) (local.get $out)) (i32.const 3))
  )

  ;; How far a query is from boxes: four at a time, `fours` times. Of four boxes stand from `sides` on, of the first two axes, the lower
  ;; sides box by box and then the upper ones, and so on for the first eight axes. The squared gaps are written from `out` on.
  (func (export "gaps") (param $query i32) (param $sides i32) (param $fours i32) (param $out i32)
    (local $end i32) (local $pair i32) (local $sum v128) (local $own v128) (local $gap v128)
    (local.set $end (i32.add (local.get $out) (i32.shl (local.get $fours) (i32.const 4))))
    (loop $next_four
      (local.set $sum (v128.const i32x4 0 0 0 0))
      (local.set $pair (i32.const 0))
      (loop $next_pair
        (local.set $own (v128.load32_splat (i32.add (local.get $query) (local.get $pair))))
        (local.set $gap (i16x8.max_s
          (v128.const i16x8 0 0 0 0 0 0 0 0)
          (i16x8.max_s
            (i16x8.sub (v128.load (local.get $sides)) (local.get $own))
            (i16x8.sub (local.get $own) (v128.load offset=16 (local.get $sides))))))
        (local.set $sum (i32x4.add (local.get $sum) (i32x4.dot_i16x8_s (local.get $gap) (local.get $gap))))
        (local.set $sides (i32.add (local.get $sides) (i32.const 32)))
        (br_if $next_pair (i32.lt_u (local.tee $pair (i32.add (local.get $pair) (i32.const 4))) (i32.const 16))))
      (v128.store (local.get $out) (local.get $sum))
      (br_if $next_four
        (i32.lt_u (local.tee $out (i32.add (local.get $out) (i32.const 16))) (local.get $end)))
    )
  )
)
