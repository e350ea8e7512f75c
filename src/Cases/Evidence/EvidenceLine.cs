namespace CaseMgmt.Cases.Evidence;

/// <summary>A file of a case as its page shows it; also the answer to the upload, so that the page knows the file before it asks for the case again.</summary>
public sealed record EvidenceLine(
    long Id, string FileName, string ContentType, long Size, string Sha256, string UploadedBy, DateTime UploadedAt, string? ActivityId)
{
    public static EvidenceLine Of(EvidenceFile file, string uploadedBy) =>
        new(file.Id, file.FileName, file.ContentType, file.Size, file.Sha256, uploadedBy, file.UploadedAt, file.ActivityId);
}
