using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Notifications;

/// <summary>One line behind the bell. It stores kind and arguments, not a text: the text is made when it is read, in the reader's language.</summary>
public sealed class Notification : Versioned
{
    /// <summary>Stands between the Chinese and the English of an argument that a definition wrote itself.</summary>
    public const char Languages = '\u001e';

    public long Id { get; set; }

    public long AccountId { get; set; }

    /// <summary>Dotted lower-case, "sla.overdue"; the text is "notification.sla.overdue" of the resource files.</summary>
    public string Kind { get; set; } = "";

    /// <summary>JSON array of texts for {0}, {1}, ...; one that starts with "@" names a text itself, for example "@stage.handle".</summary>
    public string ArgsJson { get; set; } = "[]";

    /// <summary>What it is about: "case/42", "task/7".</summary>
    public string Subject { get; set; } = "";

    public DateTime At { get; set; }

    public DateTime? ReadAt { get; set; }
}

/// <summary>Mapping of <see cref="Notification"/>. Lists go by account and id, newest first.</summary>
public sealed class NotificationMapping : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Kind).HasMaxLength(60);
        builder.Property(row => row.Subject).HasMaxLength(60);
        builder.HasIndex(row => new { row.AccountId, row.Id });
    }
}
