namespace IamCore.Signing;

/// <summary>A request is not authenticated; <see cref="Fault"/> says why, with the code of the API.</summary>
public sealed class SignatureException : Exception
{
    /// <summary>Wraps a fault.</summary>
    public SignatureException(SignatureFault fault)
        : base(fault?.Message) => Fault = fault ?? throw new ArgumentNullException(nameof(fault));

    /// <summary>Code and message for the caller.</summary>
    public SignatureFault Fault { get; }
}
