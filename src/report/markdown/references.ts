import type { Plan } from "../../plan.js";

const WORKS = {
  navarro:
    "Navarro, M., Gibaja, J. J., Franco, S., Murciego, A., Gianelle, C., Hegyi, F. B., Kleibrink, A. (2014). Regional benchmarking in the smart specialisation process: Identification of reference regions based on structural similarity. S3 Working Paper 03/2014, European Commission, JRC-IPTS.",
  handbook:
    "OECD, European Union, Joint Research Centre (2008). Handbook on Constructing Composite Indicators: Methodology and User Guide. OECD Publishing.",
  coinr:
    "Becker, W., Caperna, G., Del Sorbo, M., Norlén, H., Papadimitriou, E., Saisana, M. (2022). COINr: An R package for developing composite indicators. Journal of Open Source Software 7(78), 4567.",
  aitchison: "Aitchison, J. (1986). The Statistical Analysis of Compositional Data. Chapman and Hall.",
  gower:
    "Gower, J. C. (1971). A general coefficient of similarity and some of its properties. Biometrics 27(4), 857-871.",
  saisana:
    "Saisana, M., Saltelli, A., Tarantola, S. (2005). Uncertainty and sensitivity analysis techniques as tools for the quality assessment of composite indicators. Journal of the Royal Statistical Society A 168(2), 307-323.",
  saltelli:
    "Saltelli, A., Annoni, P., Azzini, I., Campolongo, F., Ratto, M., Tarantola, S. (2010). Variance based sensitivity analysis of model output: Design and estimator for the total sensitivity index. Computer Physics Communications 181(2), 259-270.",
  jansen:
    "Jansen, M. J. W. (1999). Analysis of variance designs for model output. Computer Physics Communications 117(1-2), 35-43.",
  efron: "Efron, B., Tibshirani, R. J. (1993). An Introduction to the Bootstrap. Chapman and Hall.",
  rousseeuw:
    "Rousseeuw, P. J. (1987). Silhouettes: A graphical aid to the interpretation and validation of cluster analysis. Journal of Computational and Applied Mathematics 20, 53-65.",
  murtagh:
    "Murtagh, F., Legendre, P. (2014). Ward's hierarchical agglomerative clustering method: Which algorithms implement Ward's criterion? Journal of Classification 31(3), 274-295.",
  arthur:
    "Arthur, D., Vassilvitskii, S. (2007). k-means++: The advantages of careful seeding. Proceedings of the 18th ACM-SIAM Symposium on Discrete Algorithms, 1027-1035.",
  schubert:
    "Schubert, E., Rousseeuw, P. J. (2021). Fast and eager k-medoids clustering: O(k) runtime improvement of the PAM, CLARA, and CLARANS algorithms. Information Systems 101, 101804.",
} as const;

/** The works that a plan rests on, by first author. */
export function referencesFor({ prepare, space, sensitivity, benchmark, typology }: Plan): string[] {
  const composition = typeof prepare.composition === "string" ? prepare.composition : "clr";
  const method = typology?.method;
  const works = [
    WORKS.navarro,
    WORKS.handbook,
    WORKS.coinr,
    ...(composition === "clr" ? [WORKS.aitchison] : []),
    ...(space.metric === "gower" ? [WORKS.gower] : []),
    ...(sensitivity === undefined ? [] : [WORKS.saisana, WORKS.saltelli, WORKS.jansen]),
    ...(benchmark === undefined ? [] : [WORKS.efron]),
    ...(method === undefined ? [] : [WORKS.rousseeuw]),
    ...(method === "ward" ? [WORKS.murtagh] : []),
    ...(method === "k-means" ? [WORKS.arthur] : []),
    ...(method === "k-medoids" ? [WORKS.schubert] : []),
  ];
  return works.sort();
}
