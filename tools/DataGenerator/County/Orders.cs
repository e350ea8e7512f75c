using CaseMgmt.Cases.Monitoring.Model;

namespace CaseMgmt.DataGenerator.County;

/// <summary>A business application with every column filled as in a quiet month; plans change what they are about.</summary>
public static class Orders
{
    public static Row Of(string number, string type, string org, DateTime accepted, DateTime? powered, DateTime? archived, string? account = null)
    {
        var high = type is "104" or "111";
        return new Row(MarketingModel.Current["biz_app"]).With(("app_no", number), ("biz_type", type), ("cons_no", account), ("org_no", org), ("volt_class", high ? "H" : "L"),
            ("ps_num", "1"), ("app_cap", high ? 400m : 30m), ("accept_time", accepted), ("poweron_time", powered), ("arc_time", archived), ("status", archived is null ? "1" : "2"),
            ("return_flag", false), ("std_fee", 0m), ("rcved_fee", 0m), ("channel", "01"), ("callback_flag", true), ("doc_complete", true));
    }
}
