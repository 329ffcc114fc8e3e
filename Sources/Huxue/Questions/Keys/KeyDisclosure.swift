/// A look at keys of the bank outside a test: who, at which questions, when.
struct KeyDisclosure: Hashable, Sendable {
    let employee: ID<Employee>
    /// The questions' codes; nil for the whole bank.
    let codes: Set<String>?
    let at: Moment

    func codes(among codes: Set<String>) -> Set<String> { self.codes?.intersection(codes) ?? codes }
}
