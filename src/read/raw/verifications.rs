//! What any file may leave aside of its verification.

use super::super::forme::forme;

forme! {
    /// Ce que la vérification laisse de côté.
    pub struct Verifications {
        /// Codes dont les constats sont mis de côté, chacun avec sa raison ; ils restent listés.
        ignorer: Vec<CodeIgnore>,
    }
}

forme! {
    /// Un code mis de côté.
    pub struct CodeIgnore {
        /// Code de la règle : `FORM-08`. Une faute de lecture (`LECT`) ne s’ignore pas.
        code: String,
        /// Pourquoi. Obligatoire : c’est ce que lira qui se demandera si c’est une négligence.
        motif: String,
    }
}
