//! What comes out: words, tags, pictures, bytes; and what hostile texts and templates cannot do.

mod attendus;
mod balises;
mod certificat;
mod conformite;
mod dossiers;
mod evolution;
mod geometrie;
mod graine;
mod hostile;
mod limites;
mod memes_octets;
mod modeles;
mod normes;
mod ouvrages;
mod proces_verbal;
mod rapport;
mod seance;
