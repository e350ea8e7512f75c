using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>在途业扩提级回访: the frame of the call-backs.</summary>
public sealed class Yk05 : ThemePlan
{
    public override string Theme => "YK-05";

    public override IEnumerable<FreePlant> Free =>
    [

        new("connection in progress", true, free => Order(free, "104", "1")),
        new("enlargement in progress", true, free => Order(free, "111", "1")),
        new("given up", false, free => Order(free, "104", "3")),
        new("a stop in progress", false, free => Order(free, "203", "1")),
    ];

    private static string Order(FreeRows free, string type, string status)
    {
        var order = Orders.Of($"B{free.Id}", type, free.Station.OrgNo, free.At(3, 9), null, null).With(("status", status));
        free.Add(order);
        return order.Text("app_no");
    }
}
