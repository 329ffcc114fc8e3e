/// What the sender of an announcement has just done.
enum AnnouncementDeed: String, Deed {
    case sent
    /// Who has read it is asked again, because its text is new.
    case renewed
    /// Those who have not read it were reminded.
    case reminded
}
