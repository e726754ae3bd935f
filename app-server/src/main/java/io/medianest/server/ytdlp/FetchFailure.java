package io.medianest.server.ytdlp;

/// Why a video cannot be had, whether the same attempt can succeed later, and what helps.
public enum FetchFailure {
    BOT_CHECK(
            Course.CONCERNS_ALL,
            "YouTube wants proof that a person is asking. Update yt-dlp; if that does not help, an admin can put the"
                    + " cookies of a browser that is signed in into youtube.cookies."),
    RATE_LIMITED(Course.CONCERNS_ALL, "The video's host asks us to slow down. It is tried again later."),
    PRIVATE(Course.STAYS, "The video is private. Only who uploaded it can share it."),
    MEMBERS_ONLY(
            Course.STAYS,
            "The video is for paying members of its channel. It can be had with the cookies of a member's account in"
                    + " youtube.cookies."),
    GEO_BLOCKED(Course.STAYS, "The video is blocked in this country."),
    AGE_RESTRICTED(
            Course.STAYS,
            "The video is age-restricted. It can be had with the cookies of an adult's account in youtube.cookies."),
    REMOVED(Course.STAYS, "The video is not available any more: it was removed, or its channel is gone."),
    LIVE(Course.PASSES, "The video is live or has not begun. It can be downloaded when the broadcast has ended."),
    FORBIDDEN(
            Course.PASSES,
            "The video's host refuses to hand it out (HTTP 403). It is tried again; if that goes on, update yt-dlp."),
    NOT_FOUND(Course.STAYS, "There is nothing at this address. Check it for a typing error."),
    NETWORK(Course.PASSES, "The video's host cannot be reached. Check the internet connection; it is tried again."),
    DISK_FULL(Course.PASSES, "The disk is full. Make room on it; what is downloaded so far is kept."),
    NOT_WRITABLE(
            Course.IN_THE_HOUSE,
            "The download folder cannot be written to. Check that it exists and who may write to it."),
    FOLDER_GONE(
            Course.IN_THE_HOUSE,
            "The download folder is gone or empty, though videos were downloaded to it: check that its disk is connected."
                    + " To begin anew, make the folder and put anything into it, or choose another."),
    OUTSIDE(
            Course.PASSES,
            "A link in the download folder leads out of it. Remove the link, or choose its target as folder."),
    OUTDATED(Course.CONCERNS_ALL, "yt-dlp is too old for what YouTube sends today. Update it."),
    SPONSORBLOCK(
            Course.PASSES,
            "SponsorBlock, which tells where advertising is, cannot be reached. The video is loaded with what it has."),
    TOOL_MISSING(Course.IN_THE_HOUSE, "yt-dlp is not installed. Install it, or set youtube.yt-dlp to its path."),
    FFMPEG_MISSING(Course.IN_THE_HOUSE, "ffmpeg is not installed. Install it, or set youtube.ffmpeg to its path."),
    UNSUPPORTED(Course.STAYS, "There is no video at this address that can be downloaded in the wanted format."),
    UNKNOWN(Course.PASSES, "The download broke off. It is tried again; the log says more.");

    private final Course course;
    private final String sentence;

    FetchFailure(Course course, String sentence) {
        this.course = course;
        this.sentence = sentence;
    }

    /// Whether the same attempt can succeed later without anybody doing anything about it, or once what the
    /// sentence says is done.
    public boolean passes() {
        return course != Course.STAYS;
    }

    /// Whether it is no matter of this video: another one would meet the same now.
    public boolean concernsAll() {
        return course == Course.CONCERNS_ALL || isInTheHouse();
    }

    /// Whether it is put right in this house, and looking whether it was costs nobody anything.
    public boolean isInTheHouse() {
        return course == Course.IN_THE_HOUSE;
    }

    /// For people.
    public String sentence() {
        return sentence;
    }

    private enum Course {
        PASSES,
        STAYS,
        CONCERNS_ALL,
        IN_THE_HOUSE
    }
}
