import Hummingbird

/// All routes of this feature.
extension AccountServices {
    func add(to router: Router<VisitContext>) {
        SignInRoutes(services: self).add(to: router)
    }

    func add(to router: RouterGroup<SignedInContext>) {
        SignInRoutes(services: self).add(to: router)
        AccountRoutes(services: self).add(to: router)
        StaffRoutes(services: self).add(to: router)
        UnitRoutes(services: self).add(to: router)
        StaffImportRoutes(services: self).add(to: router)
        StaffFormRoutes(services: self).add(to: router)
        PasswordSlipRoutes(services: self).add(to: router)
        MemberRoutes(services: self).add(to: router)
        PersonChoiceRoutes(services: self).add(to: router)
        AuditRoutes(services: self).add(to: router)
    }
}
