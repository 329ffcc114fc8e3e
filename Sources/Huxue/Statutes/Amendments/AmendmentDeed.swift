/// What was just done on the page of amendments.
enum AmendmentDeed: String, Deed {
    /// Works were confirmed as still right, many in one step.
    case confirmed
}
