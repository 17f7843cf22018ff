using IamCore.Signing;

namespace IamCore.AspNetCore.Reporting;

/// <summary>Stands among a request's features where its signature was refused. Such a caller is not anonymous.</summary>
internal sealed record SignatureFailure(SignatureFault Fault);
