//! The engine: made once, used from many threads.

use std::sync::{Arc, LazyLock, mpsc};
use std::time::Duration;

use serde_json::{Value, json};
use typst::foundations::{Bytes, Smart};
use typst::utils::{LazyHash, Scalar};
use typst::{Feature, Library, LibraryExt};
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;
use typst_render::RenderOptions;
use typst_svg::SvgOptions;

use super::monde::Monde;
use super::{Document, DocumentSeance, Norme, Registre, RenderError, donnees, modeles, polices};
use crate::check::Rapport;
use crate::compute::{Comptes, ComptesSeance};
use crate::model::{Collectivite, Dossier, DossierSeance, FichierJoint, LienJoint};

/// How an engine works.
#[derive(Debug, Clone)]
pub struct MoteurOptions {
    /// How long the authority's own templates may run.
    pub delai: Duration,
    /// For how many documents a layout that is not used again is remembered: more for a live preview, 0 for a batch of
    /// documents that have nothing in common.
    pub memoire: usize,
}

impl Default for MoteurOptions {
    fn default() -> Self {
        Self { delai: Duration::from_secs(20), memoire: 12 }
    }
}

/// The engine (*moteur*) that lays documents out; cheap to clone, shared between threads.
///
/// It reads no file, no clock and no environment: the same dossier gives the same bytes.
#[derive(Clone)]
pub struct Moteur {
    library: Arc<LazyHash<Library>>,
    options: MoteurOptions,
    joints: Option<Joints>,
}

/// Files to be joined to a document, as the template that joins them takes them: a list, and their bytes in a row.
#[derive(Clone)]
pub(super) struct Joints {
    pub(super) liste: Arc<str>,
    pub(super) octets: Bytes,
}

/// A document laid out, ready to be exported in several formats.
pub struct MiseEnPage {
    pub(super) document: PagedDocument,
    ident: String,
}

/// The format of page images.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Image {
    /// Pixels, at this many per inch.
    Png(u32),
    /// Drawings.
    Svg,
}

impl Default for Moteur {
    fn default() -> Self {
        Self::new(MoteurOptions::default())
    }
}

impl Moteur {
    /// An engine.
    #[must_use]
    pub fn new(options: MoteurOptions) -> Self {
        // The first document should not wait for them.
        LazyLock::force(&polices::POLICES);
        LazyLock::force(&modeles::SOURCES);
        let features = std::iter::once(Feature::A11yExtras).collect();
        let library = Library::builder().with_features(features).build();
        Self { library: Arc::new(LazyHash::new(library)), options, joints: None }
    }

    /// The same engine, which joins these files to every document that it lays out; only a standard that takes files
    /// ([`Norme::takes_files`]) then makes a PDF of it.
    ///
    /// Nothing that the authority's own templates do can remove or change what is joined.
    #[must_use]
    pub fn joining(&self, fichiers: &[FichierJoint]) -> Self {
        let mut octets = Vec::new();
        let mut liste = Vec::with_capacity(fichiers.len());
        for fichier in fichiers {
            let debut = octets.len();
            octets.extend_from_slice(&fichier.octets);
            liste.push(json!({
                "nom": fichier.nom,
                "debut": debut,
                "fin": octets.len(),
                "type": fichier.type_media,
                "description": fichier.description,
                "lien": match fichier.lien {
                    LienJoint::Source => "source",
                    LienJoint::Donnees => "data",
                },
            }));
        }
        let liste = Value::Array(liste).to_string().into();
        Self { joints: Some(Joints { liste, octets: Bytes::new(octets) }), ..self.clone() }
    }

    /// Lays a document out.
    ///
    /// # Errors
    /// When the dossier has no such document, holds a character that no font draws, or when the authority's own
    /// templates are wrong or run for too long.
    pub fn compose(
        &self,
        dossier: &Dossier,
        comptes: &Comptes,
        document: Document,
    ) -> Result<MiseEnPage, RenderError> {
        if !document.is_of(dossier) {
            return Err(RenderError::SansDocument(document.to_string()));
        }
        let donnees = donnees::donnees(dossier, comptes, document);
        let numero = &dossier.deliberation.numero.affiche;
        let ident = ident(&dossier.collectivite, &format!("{numero}/{document}"));
        self.make(&dossier.collectivite, &donnees, ident)
    }

    /// Lays a document of a whole sitting out.
    ///
    /// # Errors
    /// As [`Moteur::compose`].
    pub fn compose_seance(
        &self,
        dossier: &DossierSeance,
        comptes: &ComptesSeance,
        document: DocumentSeance,
    ) -> Result<MiseEnPage, RenderError> {
        if !document.is_of(dossier) {
            return Err(RenderError::SansDocument(document.to_string()));
        }
        let donnees = donnees::donnees_seance(dossier, comptes, document);
        let ident = ident(&dossier.collectivite, &format!("{}/{document}", dossier.seance.date));
        self.make(&dossier.collectivite, &donnees, ident)
    }

    /// Lays the register of a year out.
    ///
    /// # Errors
    /// As [`Moteur::compose`].
    pub fn compose_registre(&self, registre: &Registre) -> Result<MiseEnPage, RenderError> {
        let collectivite = registre.collectivite();
        let ident = ident(collectivite, &format!("registre/{}", registre.annee()));
        self.make(collectivite, &registre.donnees(), ident)
    }

    /// Lays the report of a verification out, on the paper of the authority.
    ///
    /// # Errors
    /// As [`Moteur::compose`]; no text of a dossier can stop it.
    pub fn compose_rapport(&self, rapport: &Rapport) -> Result<MiseEnPage, RenderError> {
        let collectivite = donnees::collectivite_rapport(rapport);
        let ident = ident(&collectivite, &rapport.titre());
        self.make(&collectivite, &donnees::donnees_rapport(rapport), ident)
    }

    /// Lays the comparison of two acts out, on the paper of the second one.
    ///
    /// # Errors
    /// As [`Moteur::compose`].
    pub fn compose_comparaison(
        &self,
        avant: &Dossier,
        apres: &Dossier,
    ) -> Result<MiseEnPage, RenderError> {
        let numero = |d: &Dossier| d.deliberation.numero.affiche.clone();
        let collectivite = &apres.collectivite;
        let ident =
            ident(collectivite, &format!("comparaison/{}/{}", numero(avant), numero(apres)));
        self.make(collectivite, &donnees::donnees_comparaison(avant, apres), ident)
    }

    fn make(
        &self,
        collectivite: &Arc<Collectivite>,
        donnees: &Value,
        ident: String,
    ) -> Result<MiseEnPage, RenderError> {
        let donnees = donnees.to_string();
        let missing = polices::missing(&donnees);
        if !missing.is_empty() {
            return Err(RenderError::Caracteres(missing));
        }
        let laid = if collectivite.theme.modeles.is_empty() {
            self.lay_out(collectivite, donnees)
        } else {
            self.bounded(collectivite, donnees)
        };
        comemo::evict(self.options.memoire);
        Ok(MiseEnPage { document: laid?, ident })
    }

    /// The PDF of a document: [`Moteur::compose`], then [`MiseEnPage::pdf`].
    ///
    /// # Errors
    /// As those two.
    pub fn pdf(
        &self,
        dossier: &Dossier,
        comptes: &Comptes,
        document: Document,
        norme: &Norme,
    ) -> Result<Vec<u8>, RenderError> {
        self.compose(dossier, comptes, document)?.pdf(norme)
    }

    fn lay_out(
        &self,
        collectivite: &Collectivite,
        donnees: String,
    ) -> Result<PagedDocument, RenderError> {
        let monde = Monde::new(&self.library, collectivite, donnees, self.joints.as_ref())
            .ok_or_else(|| RenderError::Interne("chemin virtuel refusé".to_owned()))?;
        typst::compile::<PagedDocument>(&monde)
            .output
            .map_err(|errors| RenderError::from_typst(&errors, &monde))
    }

    /// The same in a thread of its own, which is left behind when it does not come back: Typst cannot be interrupted.
    /// The thread is a pool by itself, so that what is left behind holds no thread that lays other documents out.
    /// A program that runs templates it does not trust also needs a process with limits, as the command line does.
    fn bounded(
        &self,
        collectivite: &Arc<Collectivite>,
        donnees: String,
    ) -> Result<PagedDocument, RenderError> {
        let (send, receive) = mpsc::channel();
        let engine = self.clone();
        let collectivite = Arc::clone(collectivite);
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(1)
            .thread_name(|_| "modeles".to_owned())
            // A panic drops the sender, which is enough to know of it.
            .panic_handler(|_| {})
            .build()
            .map_err(|e| RenderError::Interne(e.to_string()))?;
        pool.spawn(move || {
            let _ = send.send(engine.lay_out(&collectivite, donnees));
        });
        match receive.recv_timeout(self.options.delai) {
            Ok(laid) => laid,
            Err(mpsc::RecvTimeoutError::Timeout) => Err(RenderError::Delai(self.options.delai)),
            Err(mpsc::RecvTimeoutError::Disconnected) => {
                Err(RenderError::Interne("la mise en page s’est interrompue".to_owned()))
            }
        }
    }
}

/// What identifies a document for ever, whatever its versions: the PDF carries only a hash of it.
fn ident(collectivite: &Collectivite, document: &str) -> String {
    let who = collectivite.siren.map_or_else(|| collectivite.nom.clone(), |s| s.to_string());
    format!("delibere/{who}/{document}")
}

impl MiseEnPage {
    /// How many pages it has.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.document.pages().len()
    }

    /// The PDF.
    ///
    /// # Errors
    /// When the standard refuses something that the authority's templates made.
    pub fn pdf(&self, norme: &Norme) -> Result<Vec<u8>, RenderError> {
        let options = PdfOptions {
            ident: Smart::Custom(self.ident.clone()),
            creator: Smart::Custom(Some(
                concat!("Délibéré ", env!("CARGO_PKG_VERSION")).to_owned(),
            )),
            standards: norme.standards()?,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&self.document, &options).map_err(|errors| {
            let error = errors.first();
            RenderError::Refus {
                norme: norme.to_string(),
                message: error.map_or_else(String::new, |e| e.message.to_string()),
                conseils: error
                    .map(|e| e.hints.iter().map(|h| h.v.to_string()).collect())
                    .unwrap_or_default(),
            }
        })
    }

    /// Each page as an image, in order.
    ///
    /// # Errors
    /// When a page would have more than 100 million pixels, or the image cannot be encoded.
    pub fn images(&self, format: Image) -> Result<Vec<Vec<u8>>, RenderError> {
        self.document
            .pages()
            .iter()
            .map(|page| match format {
                Image::Svg => Ok(typst_svg::svg(page, &SvgOptions::default()).into_bytes()),
                Image::Png(dpi) => {
                    let scale = f64::from(dpi) / 72.0;
                    let size = page.frame.size();
                    if size.x.to_pt() * scale * size.y.to_pt() * scale > 1e8 {
                        return Err(RenderError::Image(format!(
                            "{dpi} points par pouce, c’est trop"
                        )));
                    }
                    let options = RenderOptions {
                        pixel_per_pt: Scalar::new(scale),
                        ..RenderOptions::default()
                    };
                    typst_render::render(page, &options)
                        .encode_png()
                        .map_err(|e| RenderError::Image(e.to_string()))
                }
            })
            .collect()
    }
}
