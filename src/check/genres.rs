//! The kinds of authority that the articles of the code name together.

use super::Regle;
use crate::model::GenreCollectivite::{
    self, CommunauteAgglomeration, CommunauteCommunes, CommunauteUrbaine, Commune, Departement,
    Metropole, Region, SyndicatIntercommunal, SyndicatMixte,
};
use crate::model::{Constat, Severite};

/// Communes alone.
pub(super) const COMMUNES: &[GenreCollectivite] = &[Commune];

/// Groupings with a tax of their own (*EPCI à fiscalité propre*).
pub(super) const EPCI_FISCALITE_PROPRE: &[GenreCollectivite] =
    &[CommunauteCommunes, CommunauteAgglomeration, CommunauteUrbaine, Metropole];

/// Groupings, which follow the rules of communes (CGCT, L. 5211-1 and L. 5711-1).
///
/// An open *syndicat mixte* follows its statutes first (L. 5721-1), and the model does not tell it from a closed one: the
/// findings on both are no errors ([`retenir`]).
pub(super) const GROUPEMENTS: &[GenreCollectivite] = &[
    CommunauteCommunes,
    CommunauteAgglomeration,
    CommunauteUrbaine,
    Metropole,
    SyndicatIntercommunal,
    SyndicatMixte,
];

/// Communes and groupings.
pub(super) const COMMUNES_ET_GROUPEMENTS: &[GenreCollectivite] = &[
    Commune,
    CommunauteCommunes,
    CommunauteAgglomeration,
    CommunauteUrbaine,
    Metropole,
    SyndicatIntercommunal,
    SyndicatMixte,
];

/// Départements and regions.
pub(super) const DEPARTEMENTS_ET_REGIONS: &[GenreCollectivite] = &[Departement, Region];

/// All those whose assembly votes by the general rules of the code.
pub(super) const ASSEMBLEES: &[GenreCollectivite] = &[
    Commune,
    CommunauteCommunes,
    CommunauteAgglomeration,
    CommunauteUrbaine,
    Metropole,
    SyndicatIntercommunal,
    SyndicatMixte,
    Departement,
    Region,
];

/// Communautés d’agglomération and communautés urbaines.
pub(super) const AGGLOMERATIONS: &[GenreCollectivite] =
    &[CommunauteAgglomeration, CommunauteUrbaine];

/// Communautés de communes.
pub(super) const COMMUNAUTES_DE_COMMUNES: &[GenreCollectivite] = &[CommunauteCommunes];

/// Communautés d’agglomération.
pub(super) const COMMUNAUTES_D_AGGLOMERATION: &[GenreCollectivite] = &[CommunauteAgglomeration];

/// Communes and *syndicats*, which may choose how their acts are made public.
pub(super) const COMMUNES_ET_SYNDICATS: &[GenreCollectivite] =
    &[Commune, SyndicatIntercommunal, SyndicatMixte];

/// Holds back what the rules of some kinds of authority say of a *syndicat mixte*: no more than a warning.
pub(super) fn retenir(regle: &Regle, genre: GenreCollectivite, constats: &mut [Constat]) {
    if genre != SyndicatMixte || regle.genres.is_empty() {
        return;
    }
    for constat in constats {
        constat.severite = constat.severite.min(Severite::Avertissement);
    }
}
