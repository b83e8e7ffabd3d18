import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.File;

/** Prints one line for each signature: format, indication, sub-indication, number of changes that are no signing. */
public class Dss {
  public static void main(String[] files) {
    var roots = new CommonTrustedCertificateSource();
    for (int i = 1; i < files.length; i++) roots.addCertificate(DSSUtils.loadCertificate(new File(files[i])));
    var verifier = new CommonCertificateVerifier();
    verifier.setTrustedCertSources(roots);
    var validator = SignedDocumentValidator.fromDocument(new FileDocument(files[0]));
    validator.setCertificateVerifier(verifier);
    var reports = validator.validateDocument();
    var simple = reports.getSimpleReport();
    for (var id : simple.getSignatureIdList()) {
      var changes = reports.getDiagnosticData().getSignatureById(id).getPdfUndefinedChanges().size();
      System.out.println("SIGNATURE " + simple.getSignatureFormat(id) + " " + simple.getIndication(id) + " "
          + simple.getSubIndication(id) + " " + changes);
    }
  }
}
