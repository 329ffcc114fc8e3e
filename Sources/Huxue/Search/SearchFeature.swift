/// 搜尋: one box for everything that features offer to be found.
struct SearchFeature: Feature {
    func addRoutes(to site: Site) {
        SearchRoutes(office: site.office, sources: site.features.searchSources(clock: site.office.clock))
            .add(to: site.signedIn)
    }
}
