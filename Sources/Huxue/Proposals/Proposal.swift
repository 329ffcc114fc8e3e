/// 創意提案: an idea of the staff, scored by a panel.
///
/// So far only its ids are used.
enum Proposal {}
