;; Dot products of every row of one matrix with every row of another, sixteen float32 at a time.
;; Rows are `stride` bytes apart, a multiple of 64; what pads a row is zero.
(module
  (memory (export "memory") 1)
  (func (export "rowProducts")
    (param $left i32) (param $leftCount i32)
    (param $right i32) (param $rightCount i32)
    (param $stride i32) (param $out i32)
    (local $leftEnd i32) (local $rightEnd i32)
    (local $l i32) (local $r i32) (local $rowEnd i32)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $leftEnd
      (i32.add (local.get $left) (i32.mul (local.get $leftCount) (local.get $stride))))
    (local.set $rightEnd
      (i32.add (local.get $right) (i32.mul (local.get $rightCount) (local.get $stride))))
    (block $done
      (loop $rows
        (br_if $done (i32.ge_u (local.get $left) (local.get $leftEnd)))
        (local.set $rowEnd (i32.add (local.get $left) (local.get $stride)))
        (local.set $r (local.get $right))
        (block $rowDone
          (loop $columns
            (br_if $rowDone (i32.ge_u (local.get $r) (local.get $rightEnd)))
            (local.set $l (local.get $left))
            (local.set $a (v128.const f32x4 0 0 0 0))
            (local.set $b (v128.const f32x4 0 0 0 0))
            (local.set $c (v128.const f32x4 0 0 0 0))
            (local.set $d (v128.const f32x4 0 0 0 0))
            (loop $sixteen
              (local.set $a (f32x4.add (local.get $a)
                (f32x4.mul (v128.load (local.get $l)) (v128.load (local.get $r)))))
              (local.set $b (f32x4.add (local.get $b)
                (f32x4.mul (v128.load offset=16 (local.get $l)) (v128.load offset=16 (local.get $r)))))
              (local.set $c (f32x4.add (local.get $c)
                (f32x4.mul (v128.load offset=32 (local.get $l)) (v128.load offset=32 (local.get $r)))))
              (local.set $d (f32x4.add (local.get $d)
                (f32x4.mul (v128.load offset=48 (local.get $l)) (v128.load offset=48 (local.get $r)))))
              (local.set $l (i32.add (local.get $l) (i32.const 64)))
              (local.set $r (i32.add (local.get $r) (i32.const 64)))
              (br_if $sixteen (i32.lt_u (local.get $l) (local.get $rowEnd))))
            (local.set $a (f32x4.add
              (f32x4.add (local.get $a) (local.get $b))
              (f32x4.add (local.get $c) (local.get $d))))
            (f32.store (local.get $out) (f32.add
              (f32.add (f32x4.extract_lane 0 (local.get $a)) (f32x4.extract_lane 1 (local.get $a)))
              (f32.add (f32x4.extract_lane 2 (local.get $a)) (f32x4.extract_lane 3 (local.get $a)))))
            (local.set $out (i32.add (local.get $out) (i32.const 4)))
            (br $columns)))
        (local.set $left (local.get $rowEnd))
        (br $rows)))))
