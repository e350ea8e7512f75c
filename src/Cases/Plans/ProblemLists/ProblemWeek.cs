using CaseMgmt.Cases.Sla;

namespace CaseMgmt.Cases.Plans.ProblemLists;

/// <summary>Which week's list is due. Pure.</summary>
public static class ProblemWeek
{
    /// <summary>The Monday of a day's week.</summary>
    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>The week whose list should be there today: from its first working day on. A week of holidays has none; null on its free days before work begins.</summary>
    public static DateOnly? Due(DateOnly today, WorkingCalendar calendar)
    {
        var monday = MondayOf(today);
        for (var day = monday; day <= today; day = day.AddDays(1))
        {
            if (calendar.IsWorkingDay(day))
            {
                return monday;
            }
        }

        return null;
    }
}
