import { servicePaths } from "../../../data/service-paths.js";

export default { paths: servicePaths };
