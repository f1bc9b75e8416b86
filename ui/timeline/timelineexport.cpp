// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelineexport.h"

#include "models/text/masking.h"
#include "ui/timeline/timelinepainter.h"

#include <QBuffer>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>
#include <QSvgGenerator>

#include <cmath>

namespace otpscope::ui {

namespace {

constexpr double sharpness = 2;

constexpr int wrapped = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

double textWidth(const PictureSheet &sheet)
{
    return std::ceil(sheet.picture.size.width()) - 2 * spacing::large;
}

double wrappedHeight(const QFont &font, const QString &text, double width)
{
    return QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 1), wrapped, text).height();
}

double headlineHeight(const PictureSheet &sheet)
{
    return wrappedHeight(titleFont(sheet.font), sheet.headline, textWidth(sheet));
}

double detailsHeight(const PictureSheet &sheet)
{
    return wrappedHeight(sheet.font, sheet.details, textWidth(sheet));
}

double headHeight(const PictureSheet &sheet)
{
    return headlineHeight(sheet) + detailsHeight(sheet) + 2 * spacing::medium;
}

QSize sizeOf(const PictureSheet &sheet)
{
    return {int(std::ceil(sheet.picture.size.width())),
            int(std::ceil(sheet.picture.bottom + headHeight(sheet))) + spacing::medium};
}

void paintSheet(QPainter &painter, const PictureSheet &sheet)
{
    const QSize size = sizeOf(sheet);
    painter.fillRect(QRect(QPoint(0, 0), size), sheet.colours.surface);
    const double top = spacing::medium + headlineHeight(sheet);
    painter.setFont(titleFont(sheet.font));
    painter.setPen(sheet.colours.text);
    painter.drawText(
        QRectF(spacing::large, spacing::medium, textWidth(sheet), headlineHeight(sheet)), wrapped,
        sheet.headline);
    painter.setFont(sheet.font);
    painter.setPen(sheet.colours.muted);
    painter.drawText(QRectF(spacing::large, top, textWidth(sheet), detailsHeight(sheet)), wrapped,
                     sheet.details);
    painter.translate(0, headHeight(sheet));
    paintTimeline(painter, sheet.picture, sheet.colours, sheet.font, std::nullopt);
}

} // namespace

PictureSheet masked(PictureSheet sheet)
{
    sheet.headline = models::maskedWords(sheet.headline);
    for (PictureText &text : sheet.picture.texts) {
        if (text.isQuoted)
            text.text = models::maskedWords(text.text);
    }
    return sheet;
}

QImage imageOf(const PictureSheet &sheet)
{
    QImage image(sizeOf(sheet) * sharpness, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(sharpness);
    image.fill(sheet.colours.surface);
    QPainter painter(&image);
    paintSheet(painter, sheet);
    return image;
}

QByteArray pngOf(const PictureSheet &sheet)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    imageOf(sheet).save(&buffer, "PNG");
    return bytes;
}

QByteArray svgOf(const PictureSheet &sheet)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    // Else its points are those of another screen than the one the picture was laid out for.
    const QFontInfo info(sheet.font);
    constexpr double pointsPerInch = 72;
    generator.setResolution(qRound(info.pixelSize() * pointsPerInch / info.pointSizeF()));
    generator.setSize(sizeOf(sheet));
    generator.setViewBox(QRect(QPoint(0, 0), sizeOf(sheet)));
    generator.setTitle(sheet.headline);
    generator.setDescription(sheet.details);
    QPainter painter(&generator);
    paintSheet(painter, sheet);
    painter.end();
    return bytes;
}

} // namespace otpscope::ui
