/// The fields of a form that describe an audience, as they were typed.
struct AudienceForm: Sendable {
    /// Full names of units, or 全所.
    var units: [String] = []
    /// Further units by name, typed where there are too many to choose from.
    var unitNames = ""
    var positions: [String] = []
    /// Staff numbers or names, separated by white space or commas; `except` is written the same way.
    var employees = ""
    var except = ""
    var counterOnly = false

    init(_ audience: Audience = Audience()) {
        units = audience.units
        positions = audience.positions
        employees = audience.employees.joined(separator: " ")
        except = audience.except.joined(separator: " ")
        counterOnly = audience.counterOnly
    }

    /// Reads the fields of a submitted form.
    init(_ form: Form) throws {
        units = form.all("units")
        unitNames = try form.text("unitNames")
        positions = form.all("positions")
        employees = try form.text("employees")
        except = try form.text("except")
        counterOnly = form.has("counterOnly")
    }

    /// Names of units and people stay as they were typed; see `AudienceStore.normalised`.
    var audience: Audience {
        Audience(
            units: units + Form.lines(typed: unitNames), positions: positions, employees: Form.words(typed: employees),
            except: Form.words(typed: except), counterOnly: counterOnly)
    }
}
