//! What the texts of a dossier say in figures: dates, amounts, durations, counts and tables, each with where it stands.
//!
//! ```text
//! Dossier ── ecrit ──> Ecrit: the words of one value, its lines, tables and announced lists
//!                        jeton      words, digits and signs
//!                        nombre     « 15 000 », « vingt-six », « ½ »
//!                        date       « vendredi 7 décembre 2012 », « avril 2013 »
//!                        date_en_lettres  « le sept décembre deux mille douze »
//!                        annee      « 2014-2015 », « de 2026 à 2028 »
//!                        somme      « 10.000 € », « 20 K€ », « 1,9 million d’euros »
//!                        duree      « ½ journée », « trois mois »
//!                        libelle    the significant words of a label
//!                        cellule    what a cell of a table holds
//! ```
//!
//! Nothing here judges: what contradicts what is for [`mod@crate::check`].

mod annee;
mod cellule;
mod date;
mod date_en_lettres;
mod duree;
mod ecrit;
mod jeton;
mod libelle;
mod nombre;
mod parcours;
mod somme;

pub use annee::{AnneesReperees, annees};
pub use cellule::{Cellule, Quantite};
pub use date::{DateReperee, MOIS, dates, dates_entre};
pub use date_en_lettres::{dates_en_lettres, dates_solennelles};
pub use duree::{DureeReperee, UniteDuree, durees};
pub use ecrit::{Annonce, Ecrit, Ecriture, Grille, Releve, Source};
pub use jeton::{GenreJeton, Jeton, plier};
pub use libelle::Libelle;
pub use nombre::{Nombre, nombre};
pub use parcours::{relever, relever_seance};
pub use somme::{EcritureSomme, SommeReperee, sommes};
