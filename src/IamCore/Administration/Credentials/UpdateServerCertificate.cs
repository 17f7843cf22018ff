namespace IamCore.Administration.Credentials;

/// <summary>Renames or moves a server certificate (CR-075, ID-227). The result is the certificate.</summary>
/// <param name="ServerCertificateName">The current name, ignoring case.</param>
public sealed record UpdateServerCertificate(string ServerCertificateName) : IamCommand<ServerCertificateDescription>
{
    /// <summary>The new path; <see langword="null"/> to keep the current one.</summary>
    public string? NewPath { get; init; }

    /// <summary>The new name; <see langword="null"/> to keep the current one.</summary>
    public string? NewServerCertificateName { get; init; }

    internal override void Validate(ParameterCheck check)
    {
        ServerCertificates.Check(check, ServerCertificateName);
        check.ObjectPath(NewPath, nameof(NewPath));
        if (NewServerCertificateName is not null)
        {
            ServerCertificates.Check(check, NewServerCertificateName, nameof(NewServerCertificateName));
        }
    }

    /// <summary>Authorizes on both the old and the new ARN (ID-240).</summary>
    internal override async ValueTask AuthorizeAsync(AdministrationWork work)
    {
        await ServerCertificates.AuthorizeAsync(work, Action, ServerCertificateName).ConfigureAwait(false);
        var found = await ServerCertificates.FindAsync(work, ServerCertificateName).ConfigureAwait(false);
        await work.CheckAsync(new()
        {
            Action = Action,
            Resource = work.ArnOf($"server-certificate{NewPath ?? found?.Path ?? "/"}{NewServerCertificateName ?? found?.Name ?? ServerCertificateName}"),
            ShownResource = work.ArnOf($"server-certificate{NewPath ?? "/"}{NewServerCertificateName ?? ServerCertificateName}"),
            ResourceTags = found?.Tags,
        }).ConfigureAwait(false);
    }

    internal override async ValueTask<ServerCertificateDescription> ApplyAsync(AdministrationWork work)
    {
        var certificate = await ServerCertificates.GetAsync(work, ServerCertificateName).ConfigureAwait(false);
        var moved = certificate with { Name = NewServerCertificateName ?? certificate.Name, Path = NewPath ?? certificate.Path };
        await ServerCertificates.CheckFreeAsync(work, moved.Name, "CR-075", certificate.Key).ConfigureAwait(false);
        work.Put(moved);
        return ServerCertificateDescription.Of(moved);
    }
}
