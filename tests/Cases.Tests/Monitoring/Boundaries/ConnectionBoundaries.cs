using static CaseMgmt.Cases.Tests.Monitoring.Boundaries.Story;

namespace CaseMgmt.Cases.Tests.Monitoring.Boundaries;

/// <summary>Connections and changes at the edges: holidays moved about, orders of the last second.</summary>
public sealed class ConnectionBoundaries
{
    public static TheoryData<Story> Stories =>
    [
        new("YK-01", "two weeks over the Spring Festival are five working days", "202602", "", scene => Step(scene, "2026-02-13 16:00:00", "2026-02-27 09:00:00")),
        new("YK-01", "two weeks without holidays are ten", "202511", "A", scene => Step(scene, "2025-11-07 16:00:00", "2025-11-21 09:00:00")),
        new("YK-01", "a Saturday of work counts: eight days", "202602", "A", scene => Step(scene, "2026-02-04 16:00:00", "2026-02-14 09:00:00")),
        new("YK-01", "no begin recorded: what the system says", "202605", "A", scene => Step(scene, null, "2026-05-20 09:00:00", 7.5m)),
        new("YK-02", "both in the last second of the 29th of February", "202402", "", scene => Ends(scene, "2024-02-29 23:59:59", "2024-02-29 23:59:59")),
        new("YK-02", "contract in the first second of March", "202402", "A", scene => Ends(scene, "2024-02-29 23:59:59", "2024-03-01 00:00:00")),
        new("YK-03", "four days across the end of a common February", "202303", "A", scene => Powered(scene, "2023-02-26 09:00:00", "2023-03-02 09:00:00")),
        new("YK-03", "five days across the end of a leap February", "202403", "", scene => Powered(scene, "2024-02-26 09:00:00", "2024-03-02 09:00:00")),
        new("YK-04", "archived in the last second of a month of thirty days", "202604", "A", scene => scene.Add("biz_app", ("app_no", "A"), ("biz_type", "104"), ("volt_class", "H"), ("arc_time", At("2026-04-30 23:59:59")))),
        new("YK-04", "not archived", "202604", "", scene => scene.Add("biz_app", ("app_no", "A"), ("biz_type", "104"), ("volt_class", "H"), ("arc_time", null))),
        new("YK-05", "accepted on the day of the data", "202605", "A", scene => scene.Add("biz_app", ("app_no", "A"), ("biz_type", "111"), ("status", "1"), ("accept_time", At("2026-06-10 08:00:00")))),
        new("YK-06", "owner never recorded, exactly 315 kVA", "202605", "ADDR", scene => Address(scene, null, 157.5m, 157.5m)),
        new("YK-06", "one of them reaches the limit alone", "202605", "", scene => Address(scene, "C", 315m, 10m)),
        new("YK-07", "no due date, 183 days ago", "202605", "", scene => scene.Add("cons", ("tmp_flag", "01"), ("poweron_date", Day("2025-12-09")))),
        new("YK-07", "no due date, 184 days ago", "202605", "1", scene => scene.Add("cons", ("tmp_flag", "01"), ("poweron_date", Day("2025-12-08")))),
        new("YK-08", "0.01 yuan off, written twice under two orders", "202605", "", scene =>
        {
            scene.Add("biz_app", ("app_no", "A"), ("arc_time", At("2026-05-31 23:59:59")), ("std_fee", 0.01m), ("rcved_fee", null));
            scene.Add("biz_app", ("app_no", "B"), ("arc_time", At("2026-05-31 23:59:59")), ("std_fee", null), ("rcved_fee", 0.01m));
        }),
        new("YK-09", "legal person never recorded", "202605", "", scene =>
        {
            scene.Add("cons", ("agent_name", "王"), ("legal_person", null));
            scene.Add("biz_app", ("app_no", "A"), ("arc_time", At("2026-05-31 23:59:59")), ("doc_complete", true));
        }),
    ];

    [Theory]
    [MemberData(nameof(Stories))]
    public void Rule_AtItsEdge_DecidesAsTold(Story story) => story.IsTold();

    private static void Step(Scene scene, string? begin, string end, decimal recorded = 1m)
    {
        scene.Add("biz_app", ("app_no", "A"), ("biz_type", "102"), ("volt_class", "L"), ("ps_num", "1"));
        scene.Add("biz_step", ("app_no", "A"), ("step", "A05"), ("begin_time", begin is null ? null : At(begin)), ("end_time", At(end)), ("workdays", recorded));
    }

    private static void Ends(Scene scene, string powered, string contract)
    {
        scene.Add("biz_app", ("app_no", "A"), ("biz_type", "102"));
        scene.Add("biz_step", ("app_no", "A"), ("step", "A45"), ("end_time", At(powered)));
        scene.Add("biz_step", ("app_no", "A"), ("step", "A16"), ("end_time", At(contract)));
    }

    private static void Powered(Scene scene, string accepted, string powered) => scene.Add("biz_app", ("app_no", "A"), ("biz_type", "104"), ("accept_time", At(accepted)),
        ("poweron_time", At(powered)), ("arc_time", At(powered)));

    private static void Address(Scene scene, string? owner, params decimal[] capacities)
    {
        foreach (var (capacity, i) in capacities.Select((capacity, i) => (capacity, i)))
        {
            scene.Add("cons", ("cons_no", $"{i}"), ("cust_no", owner), ("addr_norm", "ADDR"), ("contract_cap", capacity));
        }
    }
}
