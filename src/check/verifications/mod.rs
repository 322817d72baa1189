//! Rules over what the files of a dossier set aside.

mod code_refuse;
mod sans_effet;

pub(super) use code_refuse::CODE_REFUSE;
pub(super) use sans_effet::SANS_EFFET;
