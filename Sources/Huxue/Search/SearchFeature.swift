/// 搜尋: one box for everything that features offer to be found, and for people.
struct SearchFeature: Feature {
    func searchSources(among features: FeatureList, clock: OfficeClock) -> [any SearchSource] {
        [StaffSearchSource(clock: clock)]
    }

    func addRoutes(to site: Site) {
        SearchRoutes(office: site.office, sources: site.features.searchSources(clock: site.office.clock))
            .add(to: site.signedIn)
    }
}
