//! Numbers that are cut to whole ones, in instructions that the first WebAssembly had.
//!
//! Rust's `as` saturates: what is too big becomes the biggest, what is no number nought. Newer WebAssembly has instructions for that. binaryen lowers
//! them as C would have it, where such numbers mean nothing; so it is done here.

use std::mem::discriminant;

use walrus::ValType::{F32, F64};
use walrus::ir::{BinaryOp, Call, Instr, InstrLocId, UnaryOp as Op, Value, VisitorMut, dfs_pre_order_mut};
use walrus::{FunctionBuilder, FunctionId, Module, ValType};

/// An instruction, the plain one for what is in range, and that range: the numbers between the two.
struct Cut {
    saturating: Op,
    plain: Op,
    from: ValType,
    below: f64,
    above: f64,
    smallest: Value,
    biggest: Value,
}

const TWO_31: f64 = 2_147_483_648.0;
const TWO_63: f64 = 9_223_372_036_854_775_808.0;

/// All of them; unsigned numbers are written as the signed ones with the same bits.
fn cuts() -> Vec<Cut> {
    let (small_32, big_32, all_32) = (Value::I32(i32::MIN), Value::I32(i32::MAX), Value::I32(-1));
    let (small_64, big_64, all_64) = (Value::I64(i64::MIN), Value::I64(i64::MAX), Value::I64(-1));
    let (zero_32, zero_64) = (Value::I32(0), Value::I64(0));
    [
        (Op::I32TruncSSatF32, Op::I32TruncSF32, F32, -TWO_31, TWO_31, small_32, big_32),
        (Op::I32TruncSSatF64, Op::I32TruncSF64, F64, -TWO_31, TWO_31, small_32, big_32),
        (Op::I32TruncUSatF32, Op::I32TruncUF32, F32, 0.0, 2.0 * TWO_31, zero_32, all_32),
        (Op::I32TruncUSatF64, Op::I32TruncUF64, F64, 0.0, 2.0 * TWO_31, zero_32, all_32),
        (Op::I64TruncSSatF32, Op::I64TruncSF32, F32, -TWO_63, TWO_63, small_64, big_64),
        (Op::I64TruncSSatF64, Op::I64TruncSF64, F64, -TWO_63, TWO_63, small_64, big_64),
        (Op::I64TruncUSatF32, Op::I64TruncUF32, F32, 0.0, 2.0 * TWO_63, zero_64, all_64),
        (Op::I64TruncUSatF64, Op::I64TruncUF64, F64, 0.0, 2.0 * TWO_63, zero_64, all_64),
    ]
    .into_iter()
    .map(|(saturating, plain, from, below, above, smallest, biggest)| Cut {
        saturating,
        plain,
        from,
        below,
        above,
        smallest,
        biggest,
    })
    .collect()
}

/// Calls a function of the module's own wherever it has one of the instructions.
pub fn lower(module: &mut Module) {
    let functions: Vec<FunctionId> = module.funcs.iter_local().map(|(id, _)| id).collect();
    let cuts: Vec<(Op, FunctionId)> = cuts().iter().map(|cut| (cut.saturating, function(module, cut))).collect();
    let mut calling = Calling { cuts };
    for id in functions {
        let function = module.funcs.get_mut(id).kind.unwrap_local_mut();
        let entry = function.entry_block();
        dfs_pre_order_mut(&mut calling, function, entry);
    }
}

struct Calling {
    cuts: Vec<(Op, FunctionId)>,
}

impl VisitorMut for Calling {
    fn visit_instr_mut(&mut self, instruction: &mut Instr, _: &mut InstrLocId) {
        let Instr::Unop(unop) = instruction else { return };
        if let Some((_, func)) = self.cuts.iter().find(|(saturating, _)| discriminant(saturating) == discriminant(&unop.op)) {
            *instruction = Instr::Call(Call { func: *func });
        }
    }
}

/// Whoever is calling pays for the comparisons; what nobody calls, the optimizer takes away.
fn function(module: &mut Module, cut: &Cut) -> FunctionId {
    let is_wide = matches!(cut.smallest, Value::I64(_));
    let (to, zero) = if is_wide { (ValType::I64, Value::I64(0)) } else { (ValType::I32, Value::I32(0)) };
    let is_single = cut.from == F32;
    let bound = |number: f64| if is_single { Value::F32(number as f32) } else { Value::F64(number) };
    let [less, greater, equal] = if is_single {
        [BinaryOp::F32Lt, BinaryOp::F32Gt, BinaryOp::F32Eq]
    } else {
        [BinaryOp::F64Lt, BinaryOp::F64Gt, BinaryOp::F64Eq]
    };
    let number = module.locals.add(cut.from);
    let mut builder = FunctionBuilder::new(&mut module.types, &[cut.from], &[to]);
    builder.func_body().local_get(number).const_(bound(cut.above)).binop(less).if_else(
        to,
        |small_enough| {
            small_enough.local_get(number).const_(bound(cut.below)).binop(greater).if_else(
                to,
                |in_range| {
                    in_range.local_get(number).unop(cut.plain);
                },
                |too_small| {
                    too_small.const_(cut.smallest);
                },
            );
        },
        |not| {
            // Only what is no number differs from itself.
            not.local_get(number).local_get(number).binop(equal).if_else(
                to,
                |too_big| {
                    too_big.const_(cut.biggest);
                },
                |no_number| {
                    no_number.const_(zero);
                },
            );
        },
    );
    builder.finish(vec![number], &mut module.funcs)
}
